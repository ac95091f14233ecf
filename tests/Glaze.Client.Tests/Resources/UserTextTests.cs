using System.Globalization;
using System.Text.RegularExpressions;
using Glaze.Client.Resources;

namespace Glaze.Client.Tests.Resources;

public sealed partial class UserTextTests
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    [Fact]
    public void Pattern_EveryKeyInBothLanguages_HasTheSamePlaceholders()
    {
        foreach (var key in Enum.GetValues<TextKey>())
        {
            var english = UserText.Pattern(key, CultureInfo.InvariantCulture);
            var japanese = UserText.Pattern(key, Japanese);

            Placeholders(japanese).ShouldBe(Placeholders(english), $"{key}");
        }
    }

    [Fact]
    public void Format_Japanese_IsJapanese()
    {
        TextKey[] alike = [TextKey.Raw, TextKey.DeviceCpu, TextKey.DeviceDirectMl, TextKey.DeviceWebGpu];
        foreach (var key in Enum.GetValues<TextKey>().Except(alike))
        {
            UserText.Pattern(key, Japanese).ShouldContain(character => character >= 0x3040, $"{key}");
        }
    }

    [Fact]
    public void Format_TextAsArgument_IsPutIntoWordsToo()
    {
        var line = new UserText(TextKey.DeviceUsed, "Ryzen", new UserText(TextKey.DeviceCpu));

        line.Format(CultureInfo.InvariantCulture).ShouldBe("Computes on: Ryzen (processor)");
        line.Format(Japanese).ShouldBe("計算に使用中: Ryzen (CPU)");
    }

    [Fact]
    public void Format_BracesInAnArgument_AreLeftAlone()
    {
        new UserText(TextKey.Raw, "a {0} b").Format(CultureInfo.InvariantCulture).ShouldBe("a {0} b");
    }

    [Fact]
    public void Equals_SameSentence_DependsOnWhatItSays()
    {
        var line = new UserText(TextKey.DeviceUsed, "Ryzen", new UserText(TextKey.DeviceCpu));

        line.ShouldBe(new UserText(TextKey.DeviceUsed, "Ryzen", new UserText(TextKey.DeviceCpu)));
        line.GetHashCode().ShouldBe(new UserText(TextKey.DeviceUsed, "Ryzen", new UserText(TextKey.DeviceCpu)).GetHashCode());
        line.ShouldNotBe(new UserText(TextKey.DeviceUsed, "Ryzen", new UserText(TextKey.DeviceWebGpu)));
        line.ShouldNotBe(new UserText(TextKey.DeviceUsed, "Ryzen"));
    }

    private static List<string> Placeholders(string pattern) => [.. PlaceholderPattern().Matches(pattern).Select(match => match.Value).Order()];

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex PlaceholderPattern();
}
