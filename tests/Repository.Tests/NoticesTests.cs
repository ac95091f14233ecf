using System.Text.Json;
using System.Xml.Linq;

namespace Repository.Tests;

/// <summary>THIRD-PARTY-NOTICES.md names what ships, in the version that ships.</summary>
public sealed class NoticesTests
{
    private const string Notices = "THIRD-PARTY-NOTICES.md";

    // The protobuf compiler runs in the build; nothing of it ships.
    private static readonly string[] BuildTimeOnly = ["Grpc.Tools"];

    [Fact]
    public void Notices_EveryNuGetPackageOfSources_StandsThereWithItsVersion()
    {
        var versions = RepositoryTree.Xml("Directory.Packages.props").Descendants("PackageVersion")
            .ToDictionary(Include, package => (string)package.Attribute("Version")!, StringComparer.Ordinal);
        var lines = RepositoryTree.Lines(Notices);

        RepositoryTree.Projects("src")
            .SelectMany(project => RepositoryTree.Xml(project).Descendants("PackageReference").Select(Include))
            .Distinct(StringComparer.Ordinal)
            .Except(BuildTimeOnly, StringComparer.Ordinal)
            .Where(name => !Array.Exists(lines, line => line.StartsWith($"| {name} | {versions[name]} |", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Notices_EveryNpmPackage_StandsThere()
    {
        var text = RepositoryTree.Read(Notices);
        using var package = JsonDocument.Parse(RepositoryTree.Read("package.json"));

        package.RootElement.GetProperty("dependencies").EnumerateObject()
            .Where(dependency => !text.Contains($"`{dependency.Name}`", StringComparison.Ordinal))
            .Select(dependency => dependency.Name)
            .ShouldBeEmpty();
    }

    private static string Include(XElement element) => (string)element.Attribute("Include")!;
}
