using System.Buffers.Binary;

namespace Glaze.Imaging;

/// <summary>Looks for the resolution in files, and takes it out of one just encoded: the library makes one up where there is none.</summary>
internal static class ResolutionField
{
    private const int PngSignature = 8;
    private const int PngChunkFrame = 12;
    private const int JfifUnits = 13;

    /// <summary>The file without a resolution: PNG loses its pHYs chunk, JPEG states square pixels of no size; others come back as they are.</summary>
    public static byte[] Remove(byte[] file, ImageFormat format) => format switch
    {
        ImageFormat.Png => WithoutPhys(file),
        ImageFormat.Jpeg => WithoutDensity(file),
        _ => file,
    };

    /// <summary>Whether a file states a resolution outside its EXIF block.</summary>
    public static bool IsStated(ReadOnlySpan<byte> file, ImageFormat format) => format switch
    {
        ImageFormat.Png => FindPhys(file) is not null,
        ImageFormat.Jpeg => file.Length > JfifUnits && IsJfif(file) && file[JfifUnits] != 0,
        ImageFormat.Tiff => true,
        _ => false,
    };

    private static byte[] WithoutPhys(byte[] file) =>
        FindPhys(file) is { } found ? [.. file.AsSpan(0, found.Start), .. file.AsSpan(found.End)] : file;

    // Chunks are length, kind, content, checksum; pHYs comes before the first IDAT.
    private static (int Start, int End)? FindPhys(ReadOnlySpan<byte> file)
    {
        for (var at = (long)PngSignature; at + PngChunkFrame <= file.Length;)
        {
            var end = at + PngChunkFrame + BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
            var kind = file.Slice((int)at + 4, 4);
            if (end > file.Length || kind.SequenceEqual("IDAT"u8))
            {
                return null;
            }

            if (kind.SequenceEqual("pHYs"u8))
            {
                return ((int)at, (int)end);
            }

            at = end;
        }

        return null;
    }

    // SOI, APP0, length, "JFIF\0", version, then: units (0 none), horizontal and vertical density.
    private static byte[] WithoutDensity(byte[] file)
    {
        if (file.Length > JfifUnits + 4 && IsJfif(file))
        {
            ((byte[])[0, 0, 1, 0, 1]).CopyTo(file, JfifUnits);
        }

        return file;
    }

    private static bool IsJfif(ReadOnlySpan<byte> file) => file.Slice(6, 5).SequenceEqual("JFIF\0"u8);
}
