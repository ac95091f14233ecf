using System.Buffers.Binary;

namespace Glaze.Imaging.Metadata;

/// <summary>Finds where a picture file begins among other bytes, by its first bytes and by what has to follow them.</summary>
internal static class PictureMark
{
    // No honest block has more; each is looked at.
    private const int MostTiffHeaders = 64;

    private static readonly (byte[] Mark, Func<ReadOnlyMemory<byte>, int, bool> IsPicture)[] Marks =
    [
        ([0xFF, 0xD8, 0xFF], IsJpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], (_, _) => true),
        ([.. "WEBP"u8], (bytes, at) => at >= 8 && bytes.Span[(at - 8)..].StartsWith("RIFF"u8)),
        ([.. "GIF8"u8], IsGif),
        ([.. "ftyp"u8], IsFileType),
        ([.. "BM"u8], IsBitmap),
        ([.. "8BPS\0\u0001"u8], (_, _) => true),
        ([0xFF, 0x4F, 0xFF, 0x51], (_, _) => true),
    ];

    private static readonly byte[][] TiffMarks = [[.. "II*\0"u8], [.. "MM\0*"u8], [.. "II+\0"u8], [.. "MM\0+"u8]];

    /// <summary>Whether the bytes are a JPEG XL file from the first on (ISO 18181-1, its signature): two bytes are too few to look for elsewhere.</summary>
    internal static bool IsAt(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]);

    /// <summary>Whether a picture file begins somewhere in the bytes.</summary>
    internal static bool IsIn(ReadOnlyMemory<byte> bytes) =>
        Array.Exists(Marks, mark => Places(bytes, mark.Mark).Any(at => mark.IsPicture(bytes, at))) || Array.Exists(TiffMarks, mark => IsTiff(bytes, mark));

    private static IEnumerable<int> Places(ReadOnlyMemory<byte> bytes, byte[] mark)
    {
        for (var at = 0; bytes.Span[at..].IndexOf(mark) is >= 0 and var next; at += next + 1)
        {
            yield return at + next;
        }
    }

    // A marker follows the first one (ITU-T T.81, B.1.1.3).
    private static bool IsJpeg(ReadOnlyMemory<byte> bytes, int at) => at + 3 < bytes.Length && bytes.Span[at + 3] is >= 0xC0 and < 0xFF;

    // GIF89a, sections 17 to 21: sides, flags, perhaps a table of colours, then a picture or an extension.
    private static bool IsGif(ReadOnlyMemory<byte> bytes, int at)
    {
        var rest = bytes.Span[at..];
        if (rest.Length < 13 || rest[4] is not ((byte)'7' or (byte)'9') || rest[5] != 'a' || rest[6] + rest[7] == 0 || rest[8] + rest[9] == 0)
        {
            return false;
        }

        var table = (rest[10] & 0x80) == 0 ? 0 : 3 << ((rest[10] & 7) + 1);
        return rest.Length > 13 + table + 1 && rest[(13 + table)..] is [0x2C, ..] or [0x21, 0x01 or 0xF9 or 0xFE or 0xFF, ..];
    }

    // ISO 14496-12, section 4.3: AVIF, HEIC, JPEG XL in a container, JPEG 2000 and films begin with this box, its length before its name.
    private static bool IsFileType(ReadOnlyMemory<byte> bytes, int at) =>
        at >= 4 && BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[(at - 4)..]) is >= 16 and <= 1024 and var length && length % 4 == 0 && at - 4 + length <= bytes.Length;

    // Length, four bytes of nothing, where the pixels begin, and the length of one of the headers there are.
    private static bool IsBitmap(ReadOnlyMemory<byte> bytes, int at)
    {
        var rest = bytes.Span[at..];
        return rest.Length >= 26 && BinaryPrimitives.ReadUInt32LittleEndian(rest[6..]) == 0 && BinaryPrimitives.ReadUInt32LittleEndian(rest[14..]) is 12 or 40 or 52 or 56 or 64 or 108 or 124;
    }

    // An EXIF block begins in the same way; a picture is where one of its first two directories says where pixels lie.
    private static bool IsTiff(ReadOnlyMemory<byte> bytes, byte[] mark)
    {
        var places = Places(bytes, mark).Take(MostTiffHeaders + 1).ToList();
        return places.Count > MostTiffHeaders || places.Exists(at => TagReader.Open(bytes[at..]) is { } reader && HasPixels(reader));
    }

    private static bool HasPixels(TagReader reader)
    {
        var hasPixels = false;
        reader.Directory(reader.First, IsOfInterest, out var next);
        if (next > 0)
        {
            reader.Directory(next, IsOfInterest, out _);
        }

        return hasPixels;

        bool IsOfInterest(ushort tag)
        {
            hasPixels |= tag is TagName.StripOffsets or TagName.TileOffsets or TagName.ThumbnailOffset;
            return false;
        }
    }
}
