namespace Repository.Tests;

/// <summary>Folders of a project have arrows one way, and roots hold what a newcomer looks for first.</summary>
public sealed class FolderTests
{
    private const int MostFilesInARoot = 14;

    // Folders whose public face lies in the root of the project and whose workings lie in them.
    private static readonly Dictionary<string, string[]> Facades = new(StringComparer.Ordinal)
    {
        ["Glaze.Autodiff"] = ["Rules"],
        ["Glaze.Cloaking"] = ["Canvas"],
        ["Glaze.Imaging"] = ["Files", "Metadata", "Vips"],
        ["Glaze.Inference"] = ["Native", "Packs", "Selection"],
        ["Glaze.Onnx"] = ["Serialization", "Shapes"],
    };

    public static TheoryData<string> Projects => [.. RepositoryTree.Projects("src").Select(project => Path.GetFileNameWithoutExtension(project)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfASourceProject_HaveArrowsOneWay(string project) =>
        FolderGraph.Of(project).Circles(Facades.GetValueOrDefault(project, [])).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Facades_OfASourceProject_AreStillNeeded(string project)
    {
        var edges = FolderGraph.Of(project).Edges;

        Facades.GetValueOrDefault(project, [])
            .Where(folder => !edges.ContainsKey((FolderGraph.Root, folder)) || !edges.ContainsKey((folder, FolderGraph.Root)))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Root_OfASourceProject_HoldsFewFiles(string project) =>
        RepositoryTree.SourceFiles("src")
            .Count(file => string.Equals(Path.GetDirectoryName(file)!.Replace('\\', '/'), $"src/{project}", StringComparison.Ordinal))
            .ShouldBeLessThanOrEqualTo(MostFilesInARoot);
}
