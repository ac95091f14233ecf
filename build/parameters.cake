using System.Xml.Linq;

/// <summary>Everything the tasks need to know, decided once.</summary>
public sealed class BuildParameters
{
    public BuildParameters(ICakeContext context, string target)
    {
        Configuration = context.Argument("configuration", "Release");
        IsFullClean = string.Equals(target, "Clean", StringComparison.OrdinalIgnoreCase);
        Root = context.MakeAbsolute(context.Directory("./"));
        Version = XDocument.Load(Root.CombineWithFilePath("Directory.Build.props").FullPath).Descendants("Version").Single().Value;
        Architectures = context.Argument("architectures", "x64").Split(',');
        TorchBackend = context.Argument("torch-backend", "cpu");
    }

    public string Configuration { get; }

    public bool IsFullClean { get; }

    public DirectoryPath Root { get; }

    /// <summary>The product's version, as Directory.Build.props has it.</summary>
    public string Version { get; }

    /// <summary>The processors that the plugin is published for: x64, and arm64 where the package source serves its runtime.</summary>
    public IReadOnlyList<string> Architectures { get; }

    /// <summary>What the Windows pack computes on: cpu, or cuda where the package source serves TorchSharp-cuda-windows.</summary>
    public string TorchBackend { get; }

    /// <summary>The optional packs, as archives: the staged folder and whether it is for Windows.</summary>
    public IEnumerable<(DirectoryPath Folder, string Runtime)> TorchPacks =>
        TorchRuntimes.Select(runtime => (Artifacts.Combine($"torch-{runtime}"), runtime));

    public string Solution => Root.CombineWithFilePath("GlazeEffect.sln").FullPath;

    public DirectoryPath Artifacts => Root.Combine("artifacts");

    public DirectoryPath TestResults => Artifacts.Combine("tests");

    public DirectoryPath Publish => Artifacts.Combine("publish");

    /// <summary>The folder that goes into Paint.NET's Effects folder.</summary>
    public DirectoryPath Plugin => Artifacts.Combine("plugin").Combine("GlazeEffect");

    /// <summary>The plugin's folder for a processor; that for x64 is the staged one, which the tests have tried out.</summary>
    public DirectoryPath PluginFor(string architecture) =>
        architecture == "x64" ? Plugin : Artifacts.Combine($"plugin-{architecture}").Combine("GlazeEffect");

    /// <summary>The systems that get the command line as an archive, beside Windows. The tests run on the first.</summary>
    public IEnumerable<string> UnixRuntimes => new[] { "linux-x64", "linux-arm64", "osx-arm64" };

    public DirectoryPath PortableFor(string runtime) => Artifacts.Combine($"glaze-{runtime}");

    public DirectoryPath LicencePages => Artifacts.Combine("licence-pages");

    /// <summary>The installer's words in every language, as its script reads them.</summary>
    public FilePath SetupWords => Artifacts.Combine("setup-words").CombineWithFilePath("languages.nsh");

    /// <summary>The Setup that the tests try out.</summary>
    public FilePath TestedSetup => Artifacts.Combine("setup").CombineWithFilePath("GlazeEffect-setup.exe");

    public FilePath SetupFor(string architecture) => Publish.CombineWithFilePath($"GlazeEffect-{Version}-{architecture}-setup.exe");

    /// <summary>Lies beside the repository where it is kept at all.</summary>
    public FilePath HostReferenceChecker => Root.CombineWithFilePath("../shared/pdn-api/check-pdn-references.cs").Collapse();

    public FilePath TotalsFile => TestResults.CombineWithFilePath("totals.txt");

    public IEnumerable<string> SourceFolders => new[] { "src/", "tests/", "benchmarks/", "samples/", "models/" }
        .Where(folder => System.IO.Directory.Exists(Root.Combine(folder).FullPath));

    /// <summary>What Windows gets. The fake engine, the stand-in editor and the gradient probe take part in tests only; the packs ship by themselves.</summary>
    public IEnumerable<StagedProgram> StagedPrograms => new[]
    {
        new StagedProgram("./src/GlazeEffect/GlazeEffect.csproj", "plugin/GlazeEffect", null),
        new StagedProgram("./src/Glaze.Engine/Glaze.Engine.csproj", "plugin/GlazeEffect/engine", "win-x64"),
        new StagedProgram("./tests/GlazeEffect.StandInEditor/GlazeEffect.StandInEditor.csproj", "stand-in-editor", "win-x64"),
        new StagedProgram("./tests/Glaze.FakeEngine/Glaze.FakeEngine.csproj", "fake-engine", "win-x64"),
        new StagedProgram("./tests/Glaze.GradientProbe/Glaze.GradientProbe.csproj", "gradient-probe", "win-x64"),
    }.Concat(TorchRuntimes.Select(runtime => new StagedProgram("./src/Glaze.Torch/Glaze.Torch.csproj", $"torch-{runtime}", runtime, IsProgram: false)));

    private static readonly string[] TorchRuntimes = ["linux-x64", "win-x64"];

    /// <summary>The built assembly of every test project, in the order of their names.</summary>
    public IEnumerable<FilePath> TestAssemblies(ICakeContext context) => context
        .GetFiles("./tests/*.Tests/*.Tests.csproj")
        .Select(project => project.GetDirectory()
            .Combine($"bin/{Configuration}/net10.0")
            .CombineWithFilePath(project.GetFilenameWithoutExtension() + ".dll"))
        .OrderBy(assembly => assembly.FullPath, StringComparer.Ordinal);
}

/// <summary>A project published before the tests run; without a runtime it runs on its host's.</summary>
/// <remarks>What is no program, the optional pack, is loaded by one and brings no runtime.</remarks>
public sealed record StagedProgram(string Project, string Folder, string Runtime, bool IsProgram = true);
