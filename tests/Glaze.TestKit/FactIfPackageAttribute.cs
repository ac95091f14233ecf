using Xunit;

namespace Glaze.TestKit;

/// <summary>
/// A fact that needs data from a Debian package. Where the package is missing it is skipped with the package's name, except
/// under continuous integration, where it runs and fails: there the test command installs the package.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfPackageAttribute : FactAttribute
{
    /// <summary>Skips the test unless the folder exists or this is continuous integration.</summary>
    /// <param name="package">Name of the package.</param>
    /// <param name="folder">Folder the package installs.</param>
    public FactIfPackageAttribute(string package, string folder)
    {
        Package = package;
        Folder = folder;
        if (!Directory.Exists(folder) && Environment.GetEnvironmentVariable("CI") is null or "" or "false")
        {
            Skip = $"Needs the Debian package {package}, which is not installed.";
        }
    }

    /// <summary>Name of the package.</summary>
    public string Package { get; }

    /// <summary>Folder the package installs.</summary>
    public string Folder { get; }
}
