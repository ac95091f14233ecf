using Glaze.Engine.Files;
using Glaze.Engine.Jobs;
using Glaze.Imaging;

namespace Glaze.Engine.Commands;

/// <summary>Finds the pictures in a folder and below it; what is not taken is remembered with the reason.</summary>
internal sealed class FolderScan
{
    private const FileAttributes Unknown = (FileAttributes)(-1);
    private const char InPlaceOfBytes = '\uFFFD';

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
            if (!Exists(entry))
            {
                TakeUnreachable(path, isFolder: entry is DirectoryInfo);
            }
            else if (Directory.Exists(path))
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
        var isPicture = PictureNames.IsRead(path);
        if (isPicture && _identities.IsOrdinaryFile(path))
        {
            _pictures.Add(path);
        }
        else if (isPicture)
        {
            _leftOut.Add(Gone(path));
        }
        else if (PictureNames.IsOther(path))
        {
            _leftOut.Add(new LeftOutFile(
                path, $"{path} is not cloaked: {extension[1..].ToUpperInvariant()} files are not read; save it as {ImageFormats.AnyOf}.", IsFailure: false));
        }
        else
        {
            _leftOut.Add(new LeftOutFile(path, $"{path} is not cloaked: it is not named like a picture.", IsFailure: false));
        }
    }

    // A name whose bytes are no UTF-8 reaches .NET with other characters in their place, and leads nowhere.
    private void TakeUnreachable(string path, bool isFolder)
    {
        if (!Path.GetFileName(path).Contains(InPlaceOfBytes, StringComparison.Ordinal))
        {
            _leftOut.Add(Gone(path));
            return;
        }

        var what = isFolder ? "the folder's name" : "its name";
        _leftOut.Add(new LeftOutFile(
            path, $"{path} is not cloaked: {what} is not written in UTF-8, so nothing can be opened by it; rename it.", IsFailure: isFolder || PictureNames.IsRead(path)));
    }

    private static LeftOutFile Gone(string path) => new(path, $"{path} is not cloaked: there is no file behind that name; check where it leads.", IsFailure: true);

    // What cannot be found has all attributes at once.
    private static bool Exists(FileSystemInfo entry) => entry.Attributes != Unknown;

    private static bool IsHidden(FileSystemInfo entry) =>
        entry.Name.StartsWith('.')
        || SystemNames.Contains(entry.Name)
        || (Exists(entry) && (entry.Attributes.HasFlag(FileAttributes.Hidden) || entry.Attributes.HasFlag(FileAttributes.System)));
}
