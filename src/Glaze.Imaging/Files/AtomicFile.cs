namespace Glaze.Imaging.Files;

/// <summary>
/// Writes files whole or not at all: a temporary file with a short name beside the target, then a rename. A target that is a link is
/// followed, so that the file it leads to is replaced and the link stays.
/// </summary>
public static class AtomicFile
{
    private const int DiskFullOnUnix = 28;
    private const int QuotaExceededOnUnix = 122;
    private const int NameTooLongOnUnix = 36;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int InvalidNameOnWindows = unchecked((int)0x8007007B);

    /// <summary>The file that writing to a path replaces or makes: the path itself, or where its links lead in the end.</summary>
    /// <param name="path">The path.</param>
    /// <returns>A full path without links in its last part.</returns>
    /// <exception cref="IOException">Links lead in circles.</exception>
    public static string TargetOf(string path)
    {
        var full = Path.GetFullPath(path);
        return IsLink(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? target.FullName : full;
    }

    /// <summary>Who may do what with a file, or with the one that a link leads to; null for none, for a device, and on Windows, where a file has its folder's rights.</summary>
    /// <exception cref="IOException">Links lead in circles.</exception>
    public static UnixFileMode? RightsOf(string path) =>
        !OperatingSystem.IsWindows() && !IsDevice(path) && TargetOf(path) is var target && File.Exists(target) ? File.GetUnixFileMode(target) : null;

    /// <summary>Writes a file; an existing one is replaced as a whole and keeps its access rights.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="bytes">What.</param>
    /// <param name="atMost">Who may read and write a new file at most, beside its owner; null leaves that to the system.</param>
    /// <exception cref="IOException">It cannot be written; nothing was changed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; nothing was changed.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, UnixFileMode? atMost = null)
    {
        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            device.Write(bytes);
            return;
        }

        var target = TargetOf(path);
        var temporary = Path.Combine(FolderOf(target), TemporaryName());
        try
        {
            using (var stream = new FileStream(temporary, NewFile(RightsOf(target) ?? atMost)))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            KeepRights(target, temporary);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporary);
            throw;
        }
    }

    /// <summary>Finds out, before any work, what would keep a file from being written; leaves nothing behind.</summary>
    /// <param name="path">Where it is to go.</param>
    /// <param name="mayMakeFolder">Whether folders that are missing will be made.</param>
    /// <returns>Why not and the remedy, to follow "cannot be written because"; null when nothing stands in the way.</returns>
    public static string? Obstacle(string path, bool mayMakeFolder = false)
    {
        if (IsDevice(path))
        {
            return null;
        }

        try
        {
            var target = TargetOf(path);
            return ObstacleInName(target, mayMakeFolder) ?? ObstacleInFolder(FolderOf(target));
        }
        catch (Exception e) when (Reason(e) is not null)
        {
            return Reason(e);
        }
    }

    /// <summary>Why the file system refused, and the remedy, to follow "cannot be written because"; null when it was not the file system.</summary>
    internal static string? Reason(Exception cause) => cause switch
    {
        IOException { HResult: DiskFullOnUnix or QuotaExceededOnUnix or DiskFullOnWindows } => "the disk is full; free some space and try again",
        PathTooLongException or IOException { HResult: NameTooLongOnUnix } => "its name is too long; choose a shorter one",
        IOException { HResult: InvalidNameOnWindows } => "its name holds characters that are not allowed here; choose another name",
        UnauthorizedAccessException => "access was denied; choose a folder you may write to",
        IOException => "the system refused it; check the disk, or choose another folder",
        _ => null,
    };

    private static string? ObstacleInName(string target, bool mayMakeFolder)
    {
        if (Directory.Exists(target))
        {
            return "it is a folder; choose another name";
        }

        var folder = FolderOf(target);
        if (FileAmongFolders(folder) is { } file)
        {
            return Path.Exists(TargetOf(file))
                ? $"'{file}' is a file, not a folder; choose another place"
                : $"'{file}' is a link that leads nowhere; make the folder it leads to, or choose another place";
        }

        if (!Directory.Exists(folder) && !mayMakeFolder)
        {
            return "its folder does not exist; create the folder first";
        }

        return IsWriteProtected(target) ? "there is a write-protected file of that name; remove its protection or choose another name" : null;
    }

    // Asking for a file of that name tells whether the name is possible; the parts of a missing path are asked for one by one.
    private static bool IsWriteProtected(string target)
    {
        var folder = FolderOf(target);
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            Attributes(Path.Combine(ExistingPart(parent), Path.GetFileName(folder)));
            folder = parent;
        }

        Attributes(Path.Combine(folder, Path.GetFileName(target)));
        return Attributes(target)?.HasFlag(FileAttributes.ReadOnly) == true;
    }

    private static FileAttributes? Attributes(string path)
    {
        try
        {
            return File.GetAttributes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // Only writing proves that one may write: rights, read-only disks and full ones look alike from outside.
    private static string? ObstacleInFolder(string folder)
    {
        var probe = Path.Combine(ExistingPart(folder), TemporaryName());
        try
        {
            using var stream = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception e) when (Reason(e) is { } reason)
        {
            return reason;
        }
    }

    private static string? FileAmongFolders(string folder)
    {
        string? part = folder;
        while (part is not null && !Path.Exists(part))
        {
            part = Path.GetDirectoryName(part);
        }

        return File.Exists(part) ? part : null;
    }

    private static string ExistingPart(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        return folder;
    }

    // Shorter than any name it could push over the limit; a name that begins with a dot is never taken for a picture.
    private static string TemporaryName() => $".glaze-{Guid.NewGuid().ToString("N")[..8]}";

    private static bool IsLink(string path)
    {
        try
        {
            return File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // /dev/stdout and the like are written to, never replaced.
    private static bool IsDevice(string path) => !OperatingSystem.IsWindows()
        && Path.GetFullPath(path) is var full
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/self/fd/", StringComparison.Ordinal))
        && File.Exists(full);

    // From the first byte on nobody else may open it; the system takes more away as it always does.
    private static FileStreamOptions NewFile(UnixFileMode? rights)
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && rights is { } most)
        {
            options.UnixCreateMode = Owner | (most & Others);
        }

        return options;
    }

    private static void KeepRights(string existing, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(existing))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(existing));
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The write failed already and says why; a leftover that cannot be removed adds nothing.
        }
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path) ?? path;
}
