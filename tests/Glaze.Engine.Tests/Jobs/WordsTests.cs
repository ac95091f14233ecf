using Glaze.Engine.Jobs;
using Glaze.Inference;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Tests.Jobs;

public sealed class WordsTests
{
    [Fact]
    public void Devices_All_CoverEveryProviderAndEveryKindButTheAutomatic()
    {
        Devices.All.Select(device => device.Provider).ShouldBe(Enum.GetValues<ExecutionProvider>(), ignoreOrder: true);
        Devices.All.Select(device => device.Kind).OfType<DeviceKind>().ShouldBe(Enum.GetValues<DeviceKind>().Except([DeviceKind.Auto]), ignoreOrder: true);
        Devices.Words.ShouldBeUnique();
        Devices.Of(DeviceKind.Auto).ShouldBeNull();
        Devices.Find(Devices.Automatic).ShouldBeNull();
    }

    [Fact]
    public void Intensity_WhereTheSliderBegins_IsThatOfThePublishedBudget() =>
        CloakRequest.DefaultIntensity.ShouldBe((int)Cloaking.CloakSettings.DefaultIntensity);

    [Fact]
    public void Qualities_All_CoverEveryLevelThatAMessageMayAskFor()
    {
        Qualities.All.Select(quality => quality.Message).ShouldBe(Enum.GetValues<RenderQuality>(), ignoreOrder: true);
        Qualities.All.Select(quality => quality.Algorithm).ShouldBeUnique();
        Qualities.Default.Word.ShouldBe("balanced");
    }
}
