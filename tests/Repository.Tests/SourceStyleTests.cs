using System.Text.RegularExpressions;

namespace Repository.Tests;

public sealed partial class SourceStyleTests
{
    private const int LongestSourceFile = 420;
    private const int LongestTestFile = 600;

    private static readonly string[] AllFolders = ["src", "tests", "benchmarks", "samples"];

    [Fact]
    public void Files_OfSources_StayShort()
    {
        TooLong(LongestSourceFile, "src").ShouldBeEmpty();
    }

    [Fact]
    public void Files_OfTests_StayShort()
    {
        TooLong(LongestTestFile, "tests", "benchmarks", "samples").ShouldBeEmpty();
    }

    [Fact]
    public void Comments_ThatPromiseWork_NameAnIssue()
    {
        LinesMatching(OpenPromise()).ShouldBeEmpty();
    }

    [Fact]
    public void Loops_OnSeveralThreads_AreRunInTheOnePlaceThatCountsThem()
    {
        RepositoryTree.SourceFiles("src").Where(file => ParallelLoop().IsMatch(RepositoryTree.Read(file)))
            .ShouldBe(["src/Glaze.Imaging/WorkThreads.cs"], "WorkThreads.For keeps to --threads.");
    }

    // .NET draws these anew in every process: what is seeded by them, or named after them, is another thing tomorrow.
    [Fact]
    public void HashCodes_Nowhere_AreUsedButForHashTables()
    {
        RepositoryTree.SourceFiles([.. AllFolders, "models"])
            .SelectMany(file => RepositoryTree.Lines(file).Select(line => (File: file, Line: line)))
            .Where(entry => HashCodeUse().IsMatch(entry.Line) && !entry.Line.Contains("override", StringComparison.Ordinal) && !entry.File.EndsWith("Tests.cs", StringComparison.Ordinal))
            .Select(entry => $"{entry.File}: {entry.Line.Trim()}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Regions_Nowhere_AreUsed()
    {
        LinesMatching(Region()).ShouldBeEmpty();
    }

    [Fact]
    public void Files_OfSources_HoldOnePublicTypeNamedLikeTheFile()
    {
        RepositoryTree.SourceFiles("src")
            .Select(file => (File: file, Types: PublicTypes(file)))
            .Where(entry => entry.Types.Length > 1 || (entry.Types.Length == 1 && !IsNamedAfter(entry.File, entry.Types[0])))
            .Select(entry => $"{entry.File}: {string.Join(", ", entry.Types)}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Namespaces_OfSources_AreTheirFolders()
    {
        RepositoryTree.SourceFiles("src")
            .Where(file => !file.StartsWith("src/GlazeEffect/", StringComparison.Ordinal)) // its root namespace is GlazeEffectPlugin
            .Select(file => (File: file, Namespace: Namespace().Match(RepositoryTree.Read(file))))
            .Where(entry => entry.Namespace.Success)
            .Select(entry => (entry.File, Found: entry.Namespace.Groups["name"].Value, Expected: FolderAsNamespace(entry.File)))
            .Where(entry => !string.Equals(entry.Found, entry.Expected, StringComparison.Ordinal))
            .Select(entry => $"{entry.File}: {entry.Found}, not {entry.Expected}")
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> TooLong(int limit, params string[] folders) => RepositoryTree.SourceFiles(folders)
        .Select(file => (File: file, Count: RepositoryTree.Lines(file).Length))
        .Where(entry => entry.Count > limit)
        .Select(entry => $"{entry.File}: {entry.Count} lines");

    private static IEnumerable<string> LinesMatching(Regex pattern) => RepositoryTree.SourceFiles(AllFolders)
        .SelectMany(file => RepositoryTree.Lines(file)
            .Select((line, index) => (Text: line, Place: $"{file}:{index + 1}")))
        .Where(line => pattern.IsMatch(line.Text))
        .Select(line => line.Place);

    private static string[] PublicTypes(string file) =>
        [.. PublicType().Matches(RepositoryTree.Read(file)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    // Type.cs, or Type.Topic.cs for one part of a large type.
    private static bool IsNamedAfter(string file, string type) =>
        string.Equals(Path.GetFileName(file).Split('.')[0], type, StringComparison.Ordinal);

    private static string FolderAsNamespace(string file) =>
        Path.GetDirectoryName(file)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');

    [GeneratedRegex(@"\bHashCode\.|\.GetHashCode\(")]
    private static partial Regex HashCodeUse();

    [GeneratedRegex(@"//.*\b([T]ODO|[F]IXME|[H]ACK|[X]XX)\b(?!.*#\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenPromise();

    [GeneratedRegex(@"^\s*#region\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Region();

    [GeneratedRegex(
        @"^public (?:(?:sealed|static|abstract|readonly|ref|partial|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\bParallel\.(For|ForEach|Invoke)|\bAsParallel\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParallelLoop();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Namespace();
}
