namespace Repository.Tests;

public sealed class ProjectArrowTests
{
    // What each project may reference; the paragraph on each is in docs/architecture.md.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["GlazeEffect"] = ["Glaze.Client"],
        ["Glaze.Client"] = ["Glaze.Languages", "Glaze.Protocol"],
        ["Glaze.Languages"] = [],
        ["Glaze.Protocol"] = [],
        ["Glaze.Engine"] = ["Glaze.Languages", "Glaze.Protocol", "Glaze.Cloaking", "Glaze.Autodiff", "Glaze.Onnx", "Glaze.Inference", "Glaze.Imaging"],
        ["Glaze.Cloaking"] = ["Glaze.Autodiff", "Glaze.Onnx", "Glaze.Inference", "Glaze.Imaging"],
        ["Glaze.Autodiff"] = ["Glaze.Onnx"],
        ["Glaze.Onnx"] = [],
        ["Glaze.Inference"] = [],
        ["Glaze.Imaging"] = [],
        ["Glaze.Torch"] = ["Glaze.Onnx", "Glaze.Inference"],
    };

    private static readonly string[] AllowedPackages =
    [
        "Glaze.Cloaking: System.Numerics.Tensors",
        "Glaze.Engine: Polly.Core",
        "Glaze.Engine: Spectre.Console",
        "Glaze.Engine: System.CommandLine",
        "Glaze.Imaging: NetVips",
        "Glaze.Inference: Microsoft.ML.OnnxRuntime.Managed",
        "Glaze.Onnx: Google.Protobuf",
        "Glaze.Onnx: Grpc.Tools",
    ];

    public static TheoryData<string> SourceProjects => [.. RepositoryTree.Projects("src")];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void References_OfASourceProject_AreAmongTheAllowedArrows(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);

        Allowed.ShouldContainKey(name, "A new project needs a paragraph in docs/architecture.md and a line in this table.");
        References(project).Except(Allowed[name], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void OnnxRuntime_OfAllProjects_IsReferencedByInferenceAlone()
    {
        RepositoryTree.Projects("src", "tests", "benchmarks", "samples")
            .Where(project => Packages(project).Any(package => package.StartsWith("Microsoft.ML.OnnxRuntime", StringComparison.Ordinal)))
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(["Glaze.Inference"]);
    }

    [Fact]
    public void TorchSharp_OfAllSourceProjects_IsUsedByTheOptionalBackendAlone()
    {
        RepositoryTree.Projects("src")
            .Where(project => RepositoryTree.Read(project).Contains("Torch.targets", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(["Glaze.Torch"]);
    }

    [Fact]
    public void Packages_OfSourceProjects_AreFewAndNamed()
    {
        var packages = RepositoryTree.Projects("src")
            .SelectMany(project => Packages(project).Select(package => $"{Path.GetFileNameWithoutExtension(project)}: {package}"));

        packages.Except(AllowedPackages, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static IEnumerable<string> Packages(string project) => RepositoryTree.Xml(project)
        .Descendants("PackageReference")
        .Select(reference => (string?)reference.Attribute("Include") ?? string.Empty);

    // Stand-ins of the host's assemblies are compiled against, never shipped, and named by a property.
    private static IEnumerable<string> References(string project) => RepositoryTree.Xml(project)
        .Descendants("ProjectReference")
        .Select(reference => ((string?)reference.Attribute("Include") ?? string.Empty).Replace('\\', '/'))
        .Where(path => !path.Contains("PaintDotNet.StandIns/", StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path));
}
