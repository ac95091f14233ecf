using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>What docs/security.md promises of the sources as a whole.</summary>
public sealed partial class SecurityTests
{
    [Fact]
    public void Network_OfAllSources_IsUsedByTheModelDownloadAlone()
    {
        FilesMatching(Network()).ShouldBe(["src/Glaze.Engine/Models/ModelDownload.cs"]);
        FilesMatching(Downloads()).ShouldBe(
            ["src/Glaze.Engine/Commands/ModelsInstallCommand.cs"], "Nothing but glaze models install may start a download.");
    }

    [Fact]
    public void Processes_OfAllSources_AreStartedInOnePlace()
    {
        FilesMatching(Process()).ShouldBe(["src/Glaze.Client/Engine/EngineProcess.cs"]);
    }

    [Fact]
    public void Code_LoadedLater_IsThePackAlone()
    {
        FilesMatching(Loading()).ShouldBe(["src/Glaze.Inference/Packs/PackLoadContext.cs", "src/Glaze.Inference/Packs/TorchPack.cs"]);
    }

    [Fact]
    public void SharedTemporaryFolder_Nowhere_IsUsed()
    {
        FilesMatching(Temporary()).ShouldBeEmpty("Temporary files lie beside what they become.");
    }

    [Fact]
    public void SystemLibraries_All_AreSearchedInTheSystemFolderAlone()
    {
        RepositoryTree.SourceFiles("src")
            .SelectMany(file => SystemImport().Matches(RepositoryTree.Read(file)).Select(match => $"{file}: {match.Value.Split('\n')[0].Trim()}"))
            .ShouldBeEmpty("Put [DefaultDllImportSearchPaths(DllImportSearchPath.System32)] below the import.");
    }

    private static IEnumerable<string> FilesMatching(Regex pattern) =>
        RepositoryTree.SourceFiles("src").Where(file => pattern.IsMatch(RepositoryTree.Read(file)));

    [GeneratedRegex(@"\bSystem\.Net\b|\bHttpClient\b|\bSocket\b|\bWebRequest\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Network();

    [GeneratedRegex(@"\bnew ModelDownload\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Downloads();

    [GeneratedRegex(@"\bProcess\.Start\(|\bnew ProcessStartInfo\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Process();

    [GeneratedRegex(@"\bLoadFromAssemblyPath\b|\bAssembly\.Load|\bLoadFromStream\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loading();

    [GeneratedRegex(@"\bGetTempPath\b|\bGetTempFileName\b|\bCreateTempSubdirectory\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Temporary();

    [GeneratedRegex("""\[LibraryImport\("\w+\.dll"[^\]]*\)\]\s*\n(?!\s*\[DefaultDllImportSearchPaths\(DllImportSearchPath\.System32\)\])""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SystemImport();
}
