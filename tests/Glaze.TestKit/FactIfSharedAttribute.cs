using Xunit;

namespace Glaze.TestKit;

/// <summary>A fact that needs a file of the folder <c>shared</c> beside the repository, and says so when it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfSharedAttribute : FactAttribute
{
    /// <summary>Skips the test unless the file exists.</summary>
    /// <param name="path">Path below <c>../shared</c>.</param>
    public FactIfSharedAttribute(string path)
    {
        Path = path;
        if (!File.Exists(Repository.Shared(path)))
        {
            Skip = $"Needs the reference file ../shared/{path}, which is not on this machine.";
        }
    }

    /// <summary>Path below <c>../shared</c>.</summary>
    public string Path { get; }
}
