using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>The repository says nothing about the machine or the network it was made on.</summary>
public sealed partial class PlaceTests
{
    // In two parts each, so that this file passes its own test.
    private static readonly string[] RegistryHosts =
    [
        "npmjs" + ".org", "npmjs" + ".com", "nuget" + ".org", "pypi" + ".org", "pythonhosted" + ".org", "deb.debian" + ".org",
        "crates" + ".io", "proxy.golang" + ".org",
    ];

    // Where users fetch published models from is what this file is for.
    private const string ModelManifest = "models/models.json";

    [Fact]
    public void TextFiles_All_NameNoPackageRegistry()
    {
        RepositoryTree.TextFiles
            .Where(file => file != ModelManifest && Array.Exists(
                RegistryHosts, host => RepositoryTree.Read(file).Contains(host, StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void TextFiles_All_NameNoFolderOfSomeonesMachine()
    {
        RepositoryTree.TextFiles
            .SelectMany(file => RepositoryTree.Lines(file)
                .Select((line, index) => (Text: line, Place: $"{file}:{index + 1}")))
            .Where(line => MachineFolder().IsMatch(line.Text))
            .Select(line => $"{line.Place} {line.Text.Trim()}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void ProjectFiles_All_UseRelativePathsOnly()
    {
        RepositoryTree.Files
            .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets" or ".sln")
            .Where(file => AbsolutePath().IsMatch(RepositoryTree.Read(file)))
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"(?<![\w.$}~])(/(home|root|work|Users)/\w|[A-Za-z]:\\(Users|Work)\\\w)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachineFolder();

    [GeneratedRegex("(=\"|>|;)(/|[A-Za-z]:[\\\\/])\\w", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AbsolutePath();
}
