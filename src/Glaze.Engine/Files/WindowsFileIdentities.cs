using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Glaze.Engine.Files;

/// <summary>Volume serial number and file number: the same through short names, substituted drives, network names and links.</summary>
internal sealed partial class WindowsFileIdentities : IFileIdentities
{
    private const uint ShareEverything = 7;
    private const uint OpenExisting = 3;
    private const uint FoldersToo = 0x02000000;
    private const int FileIdInfo = 18;
    private const int FileIdInfoBytes = 24;
    private const int ByHandleBytes = 52;
    private const int VolumeAt = 28;
    private const int HighAt = 44;
    private const int LowAt = 48;
    private const int LongestPlainPath = 247;
    private const int StandardInput = -10;
    private const int StandardOutput = -11;
    private const int FileOnDisk = 1;

    public FileIdentity? Input => OfStream(StandardInput);

    public FileIdentity? Output => OfStream(StandardOutput);

    public FileIdentity? Of(string path)
    {
        using var handle = Open(Extended(Path.GetFullPath(path)), 0, ShareEverything, 0, OpenExisting, FoldersToo, 0);
        return handle.IsInvalid ? null : Full(handle) ?? Short(handle);
    }

    // Folders that heed case exist (for Linux programs), but nobody means two pictures by two letter cases.
    public bool IgnoresCase(string folder) => true;

    public bool IsOrdinaryFile(string path) => File.Exists(path) && !File.GetAttributes(path).HasFlag(FileAttributes.Device);

    private static FileIdentity? OfStream(int stream)
    {
        using var handle = new SafeFileHandle(GetStdHandle(stream), ownsHandle: false);
        return !handle.IsInvalid && GetFileType(handle) == FileOnDisk ? Full(handle) ?? Short(handle) : null;
    }

    // The full path is used as it is, so that long ones work too.
    private static string Extended(string path) =>
        path.Length > LongestPlainPath && !path.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\?\" + path : path;

    private static unsafe FileIdentity? Full(SafeFileHandle handle)
    {
        Span<byte> info = stackalloc byte[FileIdInfoBytes];
        fixed (byte* buffer = info)
        {
            return GetFileInformationByHandleEx(handle, FileIdInfo, buffer, FileIdInfoBytes) != 0
                ? new FileIdentity(BitConverter.ToUInt64(info), BitConverter.ToUInt128(info[8..]))
                : null;
        }
    }

    // File systems without 128-bit numbers (FAT, some network drives).
    private static unsafe FileIdentity? Short(SafeFileHandle handle)
    {
        Span<byte> info = stackalloc byte[ByHandleBytes];
        fixed (byte* buffer = info)
        {
            return GetFileInformationByHandle(handle, buffer) != 0
                ? new FileIdentity(BitConverter.ToUInt32(info[VolumeAt..]), ((ulong)BitConverter.ToUInt32(info[HighAt..]) << 32) | BitConverter.ToUInt32(info[LowAt..]))
                : null;
        }
    }

    [LibraryImport("kernel32.dll", EntryPoint = "CreateFileW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial SafeFileHandle Open(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int GetFileInformationByHandleEx(SafeFileHandle handle, int kind, byte* info, uint bytes);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int GetFileInformationByHandle(SafeFileHandle handle, byte* info);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetStdHandle(int stream);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetFileType(SafeFileHandle handle);
}
