using System.Globalization;
using Glaze.Client.Resources;
using Glaze.Languages;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Resources;

public sealed class UserTextTests
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    [Fact]
    public void Pattern_EveryKey_IsAMessageOfEveryLanguage()
    {
        var keys = Enum.GetNames<TextKey>().Where(key => key != nameof(TextKey.Raw)).Select(key => "messages." + key);

        foreach (var language in Language.All)
        {
            language.Keys.Where(key => key.StartsWith("messages.", StringComparison.Ordinal)).ShouldBe(keys, ignoreOrder: true);
        }
    }

    [Fact]
    public void Format_TextAsArgument_IsPutIntoWordsToo()
    {
        var line = new UserText(TextKey.DeviceUsed, "Ryzen", DeviceKind.Cpu);

        line.Format(CultureInfo.InvariantCulture).ShouldBe("Computes on: Ryzen (processor)");
        line.Format(Japanese).ShouldBe("計算に使用中: Ryzen (CPU)");
    }

    [Fact]
    public void Format_EveryDevice_HasWordsInEveryLanguage()
    {
        foreach (var kind in Enum.GetValues<DeviceKind>())
        {
            Language.All.ShouldAllBe(language => language.Find($"devices.{kind}") != null, $"{kind}");
        }
    }

    [Fact]
    public void Format_BracesInAnArgument_AreLeftAlone()
    {
        new UserText(TextKey.Raw, "a {0} b").Format(CultureInfo.InvariantCulture).ShouldBe("a {0} b");
    }

    [Fact]
    public void Equals_SameSentence_DependsOnWhatItSays()
    {
        var line = new UserText(TextKey.DeviceUsed, "Ryzen", DeviceKind.Cpu);

        line.ShouldBe(new UserText(TextKey.DeviceUsed, "Ryzen", DeviceKind.Cpu));
        line.GetHashCode().ShouldBe(new UserText(TextKey.DeviceUsed, "Ryzen", DeviceKind.Cpu).GetHashCode());
        line.ShouldNotBe(new UserText(TextKey.DeviceUsed, "Ryzen", DeviceKind.WebGpu));
        line.ShouldNotBe(new UserText(TextKey.DeviceUsed, "Ryzen"));
    }
}
