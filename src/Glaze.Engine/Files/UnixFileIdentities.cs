namespace Glaze.Engine.Files;

/// <summary>Device and inode.</summary>
internal sealed class UnixFileIdentities : IFileIdentities
{
    private const int InputDescriptor = 0;
    private const int OutputDescriptor = 1;

    public FileIdentity? Input => OfDescriptor(InputDescriptor);

    public FileIdentity? Output => OfDescriptor(OutputDescriptor);

    public FileIdentity? Of(string path) => UnixFileStatus.Of(path) is { } status ? Identity(status) : null;

    public bool IsOrdinaryFile(string path) => UnixFileStatus.Of(path) is { IsOrdinaryFile: true };

    // The folder itself is asked, with a file that is gone at once: what its disk is called says little (ext4 can ignore case in some folders).
    public bool IgnoresCase(string folder)
    {
        var name = $".glaze-case-{Guid.NewGuid().ToString("N")[..8]}";
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return Of(Path.Combine(folder, name.ToUpperInvariant())) is not null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static FileIdentity? OfDescriptor(int descriptor) =>
        UnixFileStatus.Of(descriptor) is { IsOrdinaryFile: true } status ? Identity(status) : null;

    private static FileIdentity Identity(UnixFileStatus status) => new(status.Volume, status.Number);
}
