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

    /// <summary>The folder that goes into Paint.NET's Effects folder.</summary>
    public DirectoryPath Plugin => Artifacts.Combine("plugin").Combine("GlazeEffect");

    /// <summary>Lies beside the repository where it is kept at all.</summary>
    public FilePath HostReferenceChecker => Root.CombineWithFilePath("../shared/pdn-api/check-pdn-references.cs").Collapse();

    public FilePath TotalsFile => TestResults.CombineWithFilePath("totals.txt");

    public IEnumerable<string> SourceFolders => new[] { "src/", "tests/", "benchmarks/", "samples/" }
        .Where(folder => System.IO.Directory.Exists(Root.Combine(folder).FullPath));

    /// <summary>What Windows gets. The fake engine and the stand-in editor take part in tests only.</summary>
    public IEnumerable<StagedProgram> StagedPrograms => new[]
    {
        new StagedProgram("./src/GlazeEffect/GlazeEffect.csproj", "plugin/GlazeEffect", null),
        new StagedProgram("./src/Glaze.Engine/Glaze.Engine.csproj", "plugin/GlazeEffect/engine", "win-x64"),
        new StagedProgram("./tests/GlazeEffect.StandInEditor/GlazeEffect.StandInEditor.csproj", "stand-in-editor", "win-x64"),
        new StagedProgram("./tests/Glaze.FakeEngine/Glaze.FakeEngine.csproj", "fake-engine", "win-x64"),
    };

    /// <summary>The built assembly of every test project, in the order of their names.</summary>
    public IEnumerable<FilePath> TestAssemblies(ICakeContext context) => context
        .GetFiles("./tests/*.Tests/*.Tests.csproj")
        .Select(project => project.GetDirectory()
            .Combine($"bin/{Configuration}/net10.0")
            .CombineWithFilePath(project.GetFilenameWithoutExtension() + ".dll"))
        .OrderBy(assembly => assembly.FullPath, StringComparer.Ordinal);
}

/// <summary>A project published before the tests run; without a runtime it runs on its host's.</summary>
public sealed record StagedProgram(string Project, string Folder, string Runtime);
