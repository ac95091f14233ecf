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
            ["src/Glaze.Engine/Commands/ModelsInstallCommand.cs", "src/Glaze.Engine/Serving/ModelsJob.cs"],
            "Nothing but glaze models install and the dialog's own may start a download.");
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
            .SelectMany(file => UnsafeImports(RepositoryTree.Read(file)).Select(import => $"{file}: {import}"))
            .ShouldBeEmpty("Put [DefaultDllImportSearchPaths(DllImportSearchPath.System32)] below the import.");
    }

    [Theory]
    [InlineData("[LibraryImport(\"kernel32.dll\")]\n    private static partial int A();", false)]
    [InlineData("[LibraryImport(\"kernel32\")]\n    private static partial int A();", false)]
    [InlineData("[DllImport(\"kernel32.dll\")]\n    private static extern int A();", false)]
    [InlineData("private const string Name = \"kernel32.dll\";\n    [LibraryImport(Name, EntryPoint = \"A\")]\n    private static partial int A();", false)]
    [InlineData("[LibraryImport(\"kernel32.dll\")]\n    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]\n    private static partial int A();", false)]
    [InlineData("NativeLibrary.Load(\"kernel32.dll\");", false)]
    [InlineData("[LibraryImport(\"kernel32.dll\")]\n    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]\n    private static partial int A();", true)]
    [InlineData("[DllImport(\"kernel32.dll\"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]\n    private static extern int A();", true)]
    [InlineData("[return: X]\n    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]\n    [DllImport(Name)]\n    private static extern int A();", true)]
    [InlineData("NativeLibrary.TryLoad(\"ntdll.dll\", assembly, DllImportSearchPath.System32, out var a);", true)]
    [InlineData("NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, FileName));", true)]
    [InlineData("NativeLibrary.SetDllImportResolver(assembly, Resolve);\n    [LibraryImport(Library)]\n    private static partial int A();", true)]
    public void UnsafeImports_EveryWayToImport_IsSeen(string source, bool isSafe) => (!UnsafeImports(source).Any()).ShouldBe(isSafe, source);

    // An import is safe when it names the system's folder, or when its file decides itself where the library lies.
    private static IEnumerable<string> UnsafeImports(string source)
    {
        if (!source.Contains("SetDllImportResolver(", StringComparison.Ordinal))
        {
            foreach (var import in Import().Matches(source).Select(match => match.Value).Where(import => !import.Contains("(DllImportSearchPath.System32)", StringComparison.Ordinal)))
            {
                yield return import.ReplaceLineEndings(" ");
            }
        }

        foreach (var load in Load().Matches(source).Select(match => match.Value))
        {
            yield return load;
        }
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

    // The attributes of a method, one of which imports it, and its first word.
    [GeneratedRegex(@"(?:\[[^\]]*\]\s*)*\[(?:LibraryImport|DllImport)\([^\]]*\](?:\s*\[[^\]]*\])*\s*\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();

    // By a bare name, which is looked for in many places unless one is said.
    [GeneratedRegex(@"\bNativeLibrary\.(?:Try)?Load\(\s*""[^""]*""(?![^;]*\bDllImportSearchPath\.System32\b)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Load();
}
