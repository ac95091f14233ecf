/// <summary>Everything the tasks need to know, decided once.</summary>
public sealed class BuildParameters
{
    public BuildParameters(ICakeContext context, string target)
    {
        Configuration = context.Argument("configuration", "Release");
        IsFullClean = string.Equals(target, "Clean", StringComparison.OrdinalIgnoreCase);
        Root = context.MakeAbsolute(context.Directory("./"));
    }

    public string Configuration { get; }

    public bool IsFullClean { get; }

    public DirectoryPath Root { get; }

    public string Solution => Root.CombineWithFilePath("GlazeEffect.sln").FullPath;

    public DirectoryPath Artifacts => Root.Combine("artifacts");

    public DirectoryPath TestResults => Artifacts.Combine("tests");

    public DirectoryPath Publish => Artifacts.Combine("publish");

    public FilePath TotalsFile => TestResults.CombineWithFilePath("totals.txt");

    public IEnumerable<string> SourceFolders => new[] { "src", "tests", "benchmarks" }
        .Where(folder => System.IO.Directory.Exists(Root.Combine(folder).FullPath));

    public IEnumerable<string> EngineRuntimes => new[] { "linux-x64", "win-x64" };

    /// <summary>The built assembly of every test project, in the order of their names.</summary>
    public IEnumerable<FilePath> TestAssemblies(ICakeContext context) => context
        .GetFiles("./tests/*.Tests/*.Tests.csproj")
        .Select(project => project.GetDirectory()
            .Combine($"bin/{Configuration}/net10.0")
            .CombineWithFilePath(project.GetFilenameWithoutExtension() + ".dll"))
        .OrderBy(assembly => assembly.FullPath, StringComparer.Ordinal);
}
