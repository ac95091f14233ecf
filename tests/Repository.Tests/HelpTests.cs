using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>The pages that the plugin shows on F1.</summary>
public sealed partial class HelpTests
{
    private const string Folder = "src/GlazeEffect/Help/";

    [Fact]
    public void Pages_Always_AreThereInEveryLanguageOfTheProduct()
    {
        Pages().Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .ShouldBe(RepositoryTree.Files
                .Where(file => file.StartsWith("src/Glaze.Languages/Words/", StringComparison.Ordinal))
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pages_Always_LeadToOneAnotherAndToNoNetwork()
    {
        foreach (var page in Pages())
        {
            var links = Link().Matches(RepositoryTree.Read(page)).Select(match => match.Groups["to"].Value).ToList();

            links.Order(StringComparer.Ordinal).ShouldBe(
                Pages().Where(other => other != page).Select(Path.GetFileName).Append("help.css").Order(StringComparer.Ordinal), page);
            RepositoryTree.Read(page).ShouldNotContain("http:");
            RepositoryTree.Read(page).ShouldNotContain("https:");
        }
    }

    [Theory]
    [InlineData("<h2>")]
    [InlineData("<li>")]
    [InlineData("<tr>")]
    public void Pages_InEveryLanguage_SayTheSameThings(string element)
    {
        var english = Count(RepositoryTree.Read(Folder + "en.html"), element);

        english.ShouldBeGreaterThan(0);
        Pages().ShouldAllBe(page => Count(RepositoryTree.Read(page), element) == english);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static List<string> Pages() =>
        [.. RepositoryTree.Files.Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && file.EndsWith(".html", StringComparison.Ordinal))];

    [GeneratedRegex("(href|src)=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
