using System.Globalization;
using Glaze.Client.Encoders;
using Glaze.Client.Engine;
using Glaze.Client.Resources;
using Glaze.Client.Results;
using Glaze.Client.Settings;
using Glaze.Client.Tests.Dialog;
using Glaze.Client.Tests.Engine;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Encoders;

public sealed class EncoderPanelModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("glaze-encoders-").FullName;
    private readonly EngineClient _engine = new(FakeEngines.Options("Normal"));
    private readonly PumpContext _loop = new();
    private readonly List<EncoderPanelState> _states = [];
    private readonly EncoderPanelModel _panel;

    public EncoderPanelModelTests()
    {
        _panel = new EncoderPanelModel(new CloakRenderer(_engine, new ResultCache(), new UserSettingsStore(_folder)), _loop, "");
        _panel.StateChanged += (_, _) => _states.Add(_panel.State);
        Do(panel => panel.Refresh());
    }

    public void Dispose()
    {
        _panel.Dispose();
        _engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Refresh_ShowsEveryEncoderWithItsState()
    {
        Item("glaze-mini").State.Key.ShouldBe(TextKey.EncoderBuiltIn);
        Item("taesd").ShouldSatisfyAllConditions(
            item => item.State.Key.ShouldBe(TextKey.EncoderNotInstalled),
            item => item.CanInstall.ShouldBeTrue(),
            item => item.CanRemove.ShouldBeFalse());
        Item("convert").CanInstall.ShouldBeFalse();
        _panel.HasChanged.ShouldBeFalse();
    }

    [Theory]
    [InlineData(9_793_292L, "en", "9.8 MB")]
    [InlineData(88_100L, "ja", "88 kB")]
    [InlineData(null, "en", "size not known")]
    [InlineData(null, "ja", "サイズ不明")]
    public void SizeOf_SaysTheSizeOrThatNobodyKnowsIt(long? bytes, string language, string words) =>
        EncoderPanelModel.SizeOf(bytes).Format(CultureInfo.GetCultureInfo(language)).ShouldBe(words);

    [Fact]
    public void Install_ArrivesAndIsChosen_ThenRemovedAndIsNot()
    {
        Do(panel => panel.Install("taesd"));

        Item("taesd").ShouldSatisfyAllConditions(item => item.State.Key.ShouldBe(TextKey.EncoderInstalled), item => item.IsChosen.ShouldBeTrue());
        _panel.HasChanged.ShouldBeTrue();
        Do(panel => panel.Remove("taesd"));
        Item("taesd").IsChosen.ShouldBeFalse();
    }

    [Fact]
    public void Install_Paused_KeepsWhatArrivedAndGoesOn()
    {
        _loop.Do(() => _panel.Install("slow"));
        _loop.Until(() => _panel.State.Fraction == 0.5, "half of it");
        _loop.Do(() => _panel.Pause());
        Rest();

        _panel.State.Note!.Key.ShouldBe(TextKey.EncoderPaused);
        Item("slow").State.ShouldBe(new UserText(TextKey.EncoderPartial, "5.0 MB"));
        Do(panel => panel.Install("slow"));
        Item("slow").State.Key.ShouldBe(TextKey.EncoderInstalled);
    }

    [Fact]
    public void Install_GivenUp_RemovesWhatArrived()
    {
        _loop.Do(() => _panel.Install("slow"));
        _loop.Until(() => _panel.State.Fraction == 0.5, "half of it");
        _loop.Do(() => _panel.GiveUp());
        Rest();

        _panel.State.Note!.Key.ShouldBe(TextKey.EncoderGivenUp);
        Item("slow").State.Key.ShouldBe(TextKey.EncoderNotInstalled);
    }

    [Fact]
    public void Install_Fails_SaysTheEnginesSentenceAndTheListStays()
    {
        Do(panel => panel.Install("gone"));

        _panel.State.IsError.ShouldBeTrue();
        _panel.State.Note.ShouldBe(new UserText(TextKey.Raw, "The encoder for Family gone is no longer at fake.invalid. Update GlazeEffect, or install it from a file."));
        _panel.State.Items.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Verify_Damaged_IsNoLongerChosen()
    {
        Do(panel => panel.Choose("full-vae", isChosen: true));
        _panel.Choice.ShouldBe("glaze-mini,broken,full-vae");

        Do(panel => panel.Verify("broken"));

        Item("broken").ShouldSatisfyAllConditions(item => item.State.Key.ShouldBe(TextKey.EncoderDamaged), item => item.CanChoose.ShouldBeFalse());
        _panel.Choice.ShouldBe("glaze-mini,full-vae");
    }

    private EncoderItem Item(string name) => _panel.State.Items.Single(item => item.Model.Name == name);

    private void Do(Action<EncoderPanelModel> command)
    {
        _loop.Do(() => command(_panel));
        Rest();
    }

    private void Rest() => _loop.Until(() => _panel.State is { Busy: null, Items.Count: > 0 }, "the panel's rest");
}
