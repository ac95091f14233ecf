using System.Runtime.InteropServices;

namespace Glaze.Engine.Files;

/// <summary>
/// What a Unix system says of a file: Linux by <c>statx</c>, whose structure is the same on every processor, macOS by <c>stat</c>, which has
/// no <c>statx</c>. What is read there was tried on bytes in Apple's layout, and never run on a Mac.
/// </summary>
/// <param name="Volume">The device it is on.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Mode">Its kind and rights.</param>
internal readonly partial record struct UnixFileStatus(ulong Volume, ulong Number, int Mode)
{
    private const int CurrentFolder = -100;
    private const int DescriptorItself = 0x1000;
    private const uint BasicFields = 0x7FF;
    private const int LinuxBytes = 256;
    private const int MacBytes = 144;
    private const int KindMask = 0xF000;
    private const int OrdinaryFile = 0x8000;

    /// <summary>Whether it is an ordinary file, not a folder, a pipe or a device.</summary>
    public bool IsOrdinaryFile => (Mode & KindMask) == OrdinaryFile;

    /// <summary>Of what a path leads to, links followed; null when there is nothing, or nothing that may be looked at.</summary>
    public static UnixFileStatus? Of(string path)
    {
        if (OperatingSystem.IsMacOS())
        {
            Span<byte> mac = stackalloc byte[MacBytes];
            return MacStat(path, mac) == 0 ? FromMac(mac) : null;
        }

        Span<byte> linux = stackalloc byte[LinuxBytes];
        return StatX(CurrentFolder, path, 0, linux) == 0 ? FromLinux(linux) : null;
    }

    /// <summary>Of what is open as a descriptor; null when nothing is.</summary>
    public static UnixFileStatus? Of(int descriptor)
    {
        if (OperatingSystem.IsMacOS())
        {
            Span<byte> mac = stackalloc byte[MacBytes];
            return MacStat(descriptor, mac) == 0 ? FromMac(mac) : null;
        }

        Span<byte> linux = stackalloc byte[LinuxBytes];
        return StatX(descriptor, string.Empty, DescriptorItself, linux) == 0 ? FromLinux(linux) : null;
    }

    /// <summary>Reads the structure of Linux's <c>statx</c>.</summary>
    internal static UnixFileStatus FromLinux(ReadOnlySpan<byte> status) =>
        new(BitConverter.ToUInt64(status[136..]), BitConverter.ToUInt64(status[32..]), BitConverter.ToUInt16(status[28..]));

    /// <summary>Reads the structure of macOS's <c>stat</c> with inodes of 64 bits.</summary>
    internal static UnixFileStatus FromMac(ReadOnlySpan<byte> status) =>
        new(BitConverter.ToUInt32(status), BitConverter.ToUInt64(status[8..]), BitConverter.ToUInt16(status[4..]));

    private static unsafe int StatX(int folder, string path, int flags, Span<byte> status)
    {
        fixed (byte* buffer = status)
        {
            return StatX(folder, path, flags, BasicFields, buffer);
        }
    }

    // On Macs with Intel's processors the plain names stand for an older structure.
    private static unsafe int MacStat(string path, Span<byte> status)
    {
        fixed (byte* buffer = status)
        {
            return RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatInode64(path, buffer) : Stat(path, buffer);
        }
    }

    private static unsafe int MacStat(int descriptor, Span<byte> status)
    {
        fixed (byte* buffer = status)
        {
            return RuntimeInformation.ProcessArchitecture == Architecture.X64 ? FStatInode64(descriptor, buffer) : FStat(descriptor, buffer);
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int StatX(int folder, string path, int flags, uint fields, byte* status);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int Stat(string path, byte* status);

    [LibraryImport("libc", EntryPoint = "fstat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int FStat(int descriptor, byte* status);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int StatInode64(string path, byte* status);

    [LibraryImport("libc", EntryPoint = "fstat$INODE64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int FStatInode64(int descriptor, byte* status);
}
