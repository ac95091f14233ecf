using Glaze.Engine.Files;
using Glaze.Engine.Jobs;
using Glaze.Imaging;

namespace Glaze.Engine.Commands;

/// <summary>Finds the pictures in a folder and below it; what is not taken is remembered with the reason.</summary>
internal sealed class FolderScan
{
    // Pictures of programs and cameras: who keeps them beside others may think that they are cloaked too.
    private static readonly HashSet<string> OtherPictures = new(StringComparer.OrdinalIgnoreCase)
    {
        ".ai", ".apng", ".arw", ".avif", ".bmp", ".clip", ".cr2", ".cr3", ".dng", ".eps", ".exr", ".gif", ".hdr", ".heic", ".heif", ".ico", ".j2k",
        ".jp2", ".jxl", ".kra", ".mdp", ".nef", ".ora", ".orf", ".pdf", ".pdn", ".procreate", ".psb", ".psd", ".qoi", ".raf", ".raw", ".rw2",
        ".sai", ".sai2", ".svg", ".tga", ".xcf",
    };

    // What systems, cameras and network disks put beside pictures without their owner's wish.
    private static readonly HashSet<string> SystemNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information", "lost+found", "Thumbs.db", "ehthumbs.db", "desktop.ini",
    };

    private readonly IFileIdentities _identities;
    private readonly HashSet<FileIdentity> _excluded;
    private readonly HashSet<FileIdentity> _visited = [];
    private readonly List<string> _pictures = [];
    private readonly List<LeftOutFile> _leftOut = [];

    private FolderScan(IFileIdentities identities, IEnumerable<FileIdentity> excluded) =>
        (_identities, _excluded) = (identities, [.. excluded]);

    /// <summary>Looks through a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="excluded">Files and folders of the run's own that are no inputs, such as its output folder.</param>
    /// <param name="identities">Asks the file system.</param>
    /// <returns>The pictures by path, and what was left out.</returns>
    public static (IReadOnlyList<string> Pictures, IReadOnlyList<LeftOutFile> LeftOut) Of(
        string folder, IEnumerable<FileIdentity> excluded, IFileIdentities identities)
    {
        var scan = new FolderScan(identities, excluded);
        scan.Walk(folder);
        return ([.. scan._pictures.Order(StringComparer.Ordinal)], [.. scan._leftOut.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    private void Walk(string folder)
    {
        // A linked folder is followed, each folder once, so that links cannot lead in circles.
        if (_identities.Of(folder) is { } identity && !_visited.Add(identity))
        {
            return;
        }

        foreach (var entry in Entries(folder).Where(entry => !IsHidden(entry)))
        {
            if (_identities.Of(entry.FullName) is { } own && _excluded.Contains(own))
            {
                continue;
            }

            var path = Path.Combine(folder, entry.Name);
            if (Directory.Exists(path))
            {
                Walk(path);
            }
            else
            {
                Take(path);
            }
        }
    }

    private List<FileSystemInfo> Entries(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()];
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            _leftOut.Add(new LeftOutFile(folder, $"{folder} cannot be looked into, so nothing in it is cloaked; check who may open it.", IsFailure: true));
            return [];
        }
    }

    private void Take(string path)
    {
        var extension = Path.GetExtension(path);
        var isPicture = ImageFormats.FromExtension(path) is not null;
        if (isPicture && _identities.IsOrdinaryFile(path))
        {
            _pictures.Add(path);
        }
        else if (isPicture)
        {
            _leftOut.Add(new LeftOutFile(path, $"{path} is not cloaked: there is no file behind that name; check where it leads.", IsFailure: true));
        }
        else if (OtherPictures.Contains(extension))
        {
            _leftOut.Add(new LeftOutFile(
                path, $"{path} is not cloaked: {extension[1..].ToUpperInvariant()} files are not read; save it as {ImageFormats.AnyOf}.", IsFailure: false));
        }
        else
        {
            _leftOut.Add(new LeftOutFile(path, $"{path} is not cloaked: it is not named like a picture.", IsFailure: false));
        }
    }

    private static bool IsHidden(FileSystemInfo entry) =>
        entry.Name.StartsWith('.')
        || SystemNames.Contains(entry.Name)
        || entry.Attributes.HasFlag(FileAttributes.Hidden)
        || entry.Attributes.HasFlag(FileAttributes.System);
}
