using Glaze.Engine.Files;

namespace Glaze.Engine.Tests.Files;

/// <summary>A file system that takes names for one that differ in letter case alone, as those of Windows and macOS do.</summary>
internal sealed class CaseIgnoringIdentities : IFileIdentities
{
    public FileIdentity? Input => FileIdentities.OfSystem.Input;

    public FileIdentity? Output => FileIdentities.OfSystem.Output;

    public FileIdentity? Of(string path) => FileIdentities.OfSystem.Of(Actual(Path.GetFullPath(path)));

    public bool IgnoresCase(string folder) => true;

    public bool IsOrdinaryFile(string path) => FileIdentities.OfSystem.IsOrdinaryFile(path);

    private static string Actual(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent || Path.Exists(path))
        {
            return path;
        }

        var folder = Actual(parent);
        return Directory.Exists(folder)
            ? Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(entry => Path.GetFileName(entry).Equals(Path.GetFileName(path), StringComparison.OrdinalIgnoreCase)) ?? path
            : path;
    }
}
