using System.Text.Json;
using System.Text.RegularExpressions;

namespace Repository.Tests;

public sealed partial class VersionTests
{
    [Fact]
    public void Version_OfTheProduct_IsWrittenInDirectoryBuildPropsAlone()
    {
        ProjectFiles()
            .Where(file => VersionElement().IsMatch(RepositoryTree.Read(file)))
            .ShouldBe(["Directory.Build.props"]);
    }

    [Fact]
    public void Version_OfTheProduct_IsThreeNumbers()
    {
        var version = RepositoryTree.Xml("Directory.Build.props").Descendants("Version").Single().Value;

        version.ShouldMatch(@"^\d+\.\d+\.\d+$");
    }

    [Fact]
    public void Version_OfTheProduct_StandsInNoScriptOfTheBuildOrTheInstaller()
    {
        var version = RepositoryTree.Xml("Directory.Build.props").Descendants("Version").Single().Value;

        RepositoryTree.TextFiles
            .Where(file => file.StartsWith("installer/", StringComparison.Ordinal) || file.StartsWith("build", StringComparison.Ordinal))
            .Where(file => RepositoryTree.Read(file).Contains(version, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Packages_OfProjects_CarryNoVersionOfTheirOwn()
    {
        RepositoryTree.Projects("src", "tests", "benchmarks", "samples")
            .Where(project => RepositoryTree.Xml(project).Descendants("PackageReference")
                .Any(reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null))
            .ShouldBeEmpty();
    }

    [Fact]
    public void NpmPackages_All_AreExactVersions()
    {
        using var package = JsonDocument.Parse(RepositoryTree.Read("package.json"));

        package.RootElement.GetProperty("dependencies").EnumerateObject()
            .Where(dependency => !ExactVersion().IsMatch(dependency.Value.GetString()!))
            .Select(dependency => dependency.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void OnnxRuntime_ManagedAndNative_AreOfOneVersion()
    {
        using var package = JsonDocument.Parse(RepositoryTree.Read("package.json"));
        var native = package.RootElement.GetProperty("dependencies").GetProperty("onnxruntime-node").GetString();

        RepositoryTree.Xml("Directory.Packages.props").Descendants("PackageVersion")
            .Where(reference => ((string)reference.Attribute("Include")!).StartsWith("Microsoft.ML.OnnxRuntime", StringComparison.Ordinal))
            .ShouldAllBe(reference => (string)reference.Attribute("Version")! == native, "A managed interface asks for the native library of its own version.");
    }

    [Fact]
    public void NpmLockFile_Always_RecordsHashesButNoAddresses()
    {
        var lockFile = RepositoryTree.Read("package-lock.json");

        lockFile.ShouldNotContain("resolved");
        lockFile.ShouldContain("\"integrity\": \"sha512-");
    }

    private static IEnumerable<string> ProjectFiles() => RepositoryTree.Files
        .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")
        .Where(file => !string.Equals(file, "Directory.Packages.props", StringComparison.Ordinal));

    [GeneratedRegex("<(Version|VersionPrefix|AssemblyVersion|FileVersion|InformationalVersion)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionElement();

    [GeneratedRegex(@"^\d+\.\d+\.\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExactVersion();
}
