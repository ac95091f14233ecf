using System.Globalization;

namespace Glaze.Languages.Tests;

public sealed class LanguageTests
{
    [Fact]
    public void All_FoundByScanning_AreTheFilesThereAreWithEnglishFirst()
    {
        var files = Directory.GetFiles(Path.Combine(TestKit.Repository.Root, "src", "Glaze.Languages", "Words"), "*.json").Select(Path.GetFileNameWithoutExtension);

        Language.All.Select(language => language.Tag).ShouldBe(files, ignoreOrder: true);
        Language.All[0].Tag.ShouldBe("en");
    }

    [Theory]
    [InlineData("ja-JP", "ja")]
    [InlineData("ja", "ja")]
    [InlineData("ko-KR", "ko")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh-TW", "en")]
    [InlineData("de-AT", "en")]
    [InlineData("", "en")]
    public void Of_Culture_IsItsOwnLanguageOrThatOfItsParentOrEnglish(string culture, string expected) =>
        Language.Of(CultureInfo.GetCultureInfo(culture)).Tag.ShouldBe(expected);

    [Theory]
    [InlineData("JA", "ja")]
    [InlineData("zh-hans", "zh-Hans")]
    [InlineData("xx", "en")]
    public void Of_Tag_IsThatLanguageOrEnglish(string tag, string expected) => Language.Of(tag).Tag.ShouldBe(expected);

    [Fact]
    public void Words_ThatNobodyWrote_AreNamedInTheError() =>
        Should.Throw<KeyNotFoundException>(() => Language.English["dialog.Nothing"]).Message.ShouldContain("dialog.Nothing");
}
