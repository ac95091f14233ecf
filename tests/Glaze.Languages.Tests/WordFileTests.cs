using System.Text.RegularExpressions;

namespace Glaze.Languages.Tests;

/// <summary>Every language says everything that English says, with the same things to fill in.</summary>
public sealed partial class WordFileTests
{
    // Names, and words that are the same in several languages.
    private static readonly string[] Alike = ["dialog.Accept", "devices.Cpu", "devices.DirectMl", "devices.WebGpu", "verdict.Family", "verdict.FamilySeparator"];

    public static TheoryData<string> Translations => [.. Language.All.Skip(1).Select(language => language.Tag)];

    public static TheoryData<string> Tags => [.. Language.All.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Translations))]
    public void Keys_OfATranslation_AreThoseOfEnglishInTheirOrder(string tag) =>
        Language.Of(tag).Keys.ShouldBe(Language.English.Keys);

    [Theory]
    [MemberData(nameof(Translations))]
    public void Placeholders_OfATranslation_AreThoseOfEnglish(string tag)
    {
        var translation = Language.Of(tag);

        Language.English.Keys.Where(key => !Placeholders(translation[key]).SequenceEqual(Placeholders(Language.English[key]))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Words_OfATranslation_AreTranslated(string tag)
    {
        var translation = Language.Of(tag);

        Language.English.Keys
            .Where(key => !key.StartsWith("language.", StringComparison.Ordinal) && translation[key] == Language.English[key])
            .Except(Alike)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Words_OfEveryLanguage_AreNeitherEmptyNorEndInASpace(string tag)
    {
        var language = Language.Of(tag);

        language.Keys.Where(key => language[key].Length == 0 || language[key].AsSpan().Trim().Length < language[key].Length)
            .Except(["verdict.FamilySeparator"])
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void AccessKeys_OfTheDialog_AreGivenOnce(string tag)
    {
        var language = Language.Of(tag);
        var keys = language.Keys.Where(key => key.StartsWith("dialog.", StringComparison.Ordinal))
            .SelectMany(key => AccessKey().Matches(language[key]).Select(match => match.Value.ToUpperInvariant()));

        keys.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void AccessKeys_OfATranslation_AreThereWhereEnglishHasThem(string tag)
    {
        var translation = Language.Of(tag);

        Language.English.Keys.Where(key => AccessKey().IsMatch(Language.English[key]) != AccessKey().IsMatch(translation[key])).ShouldBeEmpty();
    }

    [Fact]
    public void Captions_OfTheDialog_AreTheWordsItAsksFor()
    {
        var asked = Caption().Matches(File.ReadAllText(Path.Combine(TestKit.Repository.Root, "src", "GlazeEffect", "Resources", "Texts.cs"))).Select(match => match.Groups["name"].Value);

        Language.English.Keys.Where(key => key.StartsWith("dialog.", StringComparison.Ordinal)).Select(key => key["dialog.".Length..])
            .ShouldBe(asked, ignoreOrder: true);
    }

    // {0:0.0} of .NET and $INSTDIR of the installer, which also takes $1.
    private static List<string> Placeholders(string words) => [.. Placeholder().Matches(words).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d[^}]*\}|\$\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"&\w", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AccessKey();

    [GeneratedRegex(@"public static string (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Caption();
}
