using System.Buffers.Binary;
using System.Text;

namespace GlazeEffect.Wine.Tests;

/// <summary>
/// Makes a 64-bit DLL without code whose one export is forwarded to another DLL. Wine 8 lacks bcryptprimitives.dll, from which
/// libvips takes ProcessPrng; the older RtlGenRandom (SystemFunction036) does the same with the same arguments.
/// </summary>
internal static class ForwarderDll
{
    private const int SectionAddress = 0x1000;
    private const int FileAlignment = 0x200;

    /// <summary>The file's bytes.</summary>
    public static byte[] Create(string dll, string export, string target)
    {
        var file = new byte[2 * FileAlignment];
        var exports = Exports(dll, export, target);
        WriteHeaders(file, exports.Length);
        exports.CopyTo(file, FileAlignment);
        return file;
    }

    // The export directory, its three tables of one entry, then the texts; a function inside the directory is a forwarder.
    private static byte[] Exports(string dll, string export, string target)
    {
        const int Functions = 40, Names = 44, Ordinals = 48, Texts = 52;
        var (dllText, exportText, targetText) = (Ascii(dll), Ascii(export), Ascii(target));
        var bytes = new byte[Texts + dllText.Length + exportText.Length + targetText.Length];
        var exportAt = Texts + dllText.Length;
        var targetAt = exportAt + exportText.Length;
        Put(bytes, 12, SectionAddress + Texts);
        Put(bytes, 16, 1, 1, 1, SectionAddress + Functions, SectionAddress + Names, SectionAddress + Ordinals);
        Put(bytes, Functions, SectionAddress + targetAt, SectionAddress + exportAt);
        dllText.CopyTo(bytes, Texts);
        exportText.CopyTo(bytes, exportAt);
        targetText.CopyTo(bytes, targetAt);
        return bytes;
    }

    private static void WriteHeaders(byte[] file, int exportSize)
    {
        const int Signature = 0x40, Optional = Signature + 24, Section = Optional + 240;
        "MZ"u8.CopyTo(file);
        Put(file, 0x3C, Signature);
        "PE\0\0"u8.CopyTo(file.AsSpan(Signature));

        // x64, one section, 240 bytes of optional header; a DLL that knows large addresses.
        PutShort(file, Signature + 4, 0x8664, 1);
        PutShort(file, Signature + 20, 240, 0x2022);
        PutShort(file, Optional, 0x20B);
        Put(file, Optional + 24, unchecked((int)0x80000000), 1, SectionAddress, FileAlignment);
        PutShort(file, Optional + 40, 6, 0, 0, 0, 6, 0);
        Put(file, Optional + 56, 2 * SectionAddress, FileAlignment);
        PutShort(file, Optional + 68, 2, 0x0100);
        Put(file, Optional + 108, 16, SectionAddress, exportSize);
        ".rdata"u8.CopyTo(file.AsSpan(Section));
        Put(file, Section + 8, exportSize, SectionAddress, FileAlignment, FileAlignment);
        Put(file, Section + 36, 0x40000040);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text + "\0");

    private static void Put(byte[] bytes, int offset, params ReadOnlySpan<int> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset + (4 * i)), values[i]);
        }
    }

    private static void PutShort(byte[] bytes, int offset, params ReadOnlySpan<int> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(offset + (2 * i)), (ushort)values[i]);
        }
    }
}
