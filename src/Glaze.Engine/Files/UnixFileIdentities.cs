using System.Runtime.InteropServices;

namespace Glaze.Engine.Files;

/// <summary>Device and inode, by <c>statx</c>, whose structure is the same on every processor.</summary>
internal sealed partial class UnixFileIdentities : IFileIdentities
{
    private const int CurrentFolder = -100;
    private const int InputDescriptor = 0;
    private const int OutputDescriptor = 1;
    private const int DescriptorItself = 0x1000;
    private const uint BasicFields = 0x7FF;
    private const int StructureBytes = 256;
    private const int ModeAt = 28;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;
    private const int KindMask = 0xF000;
    private const int OrdinaryFile = 0x8000;

    public FileIdentity? Input => OfDescriptor(InputDescriptor);

    public FileIdentity? Output => OfDescriptor(OutputDescriptor);

    public FileIdentity? Of(string path)
    {
        Span<byte> status = stackalloc byte[StructureBytes];
        return Read(path, status) ? Identity(status) : null;
    }

    public bool IsOrdinaryFile(string path)
    {
        Span<byte> status = stackalloc byte[StructureBytes];
        return Read(path, status) && IsOrdinary(status);
    }

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

    private static FileIdentity? OfDescriptor(int descriptor)
    {
        Span<byte> status = stackalloc byte[StructureBytes];
        return StatX(descriptor, string.Empty, DescriptorItself, BasicFields, status) == 0 && IsOrdinary(status) ? Identity(status) : null;
    }

    private static FileIdentity Identity(ReadOnlySpan<byte> status) =>
        new(BitConverter.ToUInt64(status[DeviceAt..]), BitConverter.ToUInt64(status[InodeAt..]));

    private static bool IsOrdinary(ReadOnlySpan<byte> status) => (BitConverter.ToUInt16(status[ModeAt..]) & KindMask) == OrdinaryFile;

    private static bool Read(string path, Span<byte> status) => StatX(CurrentFolder, path, 0, BasicFields, status) == 0;

    private static unsafe int StatX(int folder, string path, int flags, uint fields, Span<byte> status)
    {
        fixed (byte* buffer = status)
        {
            return StatX(folder, path, flags, fields, buffer);
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int StatX(int folder, string path, int flags, uint fields, byte* status);
}
