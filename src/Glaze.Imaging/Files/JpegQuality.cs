using System.Buffers.Binary;

namespace Glaze.Imaging.Files;

/// <summary>Tells at which quality a JPEG file was saved, from its quantisation tables.</summary>
public static class JpegQuality
{
    private const int Coefficients = 64;
    private const byte QuantisationTables = 0xDB;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    // The tables of ITU-T T.81, annex K.1, in the zigzag order of files; saved files scale them by their quality.
    private static readonly byte[] Luminance =
    [
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
        56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
    ];

    private static readonly byte[] Chrominance =
    [
        17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, .. Enumerable.Repeat((byte)99, Coefficients - 14),
    ];

    /// <summary>The quality, 1..100, whose tables come nearest to the file's: exact for most programs, near for those with tables of their own.</summary>
    /// <param name="file">A JPEG file from its beginning; read up to its first scan.</param>
    /// <returns>The quality; null when the file is no JPEG, or is cut off before it says.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    public static int? Estimate(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ReadTables(file) is { Count: > 0 } tables
            ? Enumerable.Range(1, 100).Reverse().MinBy(quality => tables.Sum(table => Distance(table.Values, table.IsChrominance, quality)))
            : null;
    }

    // Markers are FF and a kind; all but a few stand before a length of two bytes, which counts itself.
    private static List<(ushort[] Values, bool IsChrominance)> ReadTables(Stream file)
    {
        var tables = new List<(ushort[] Values, bool IsChrominance)>();
        var start = new byte[2];
        if (file.ReadAtLeast(start, 2, throwOnEndOfStream: false) < 2 || start[0] != 0xFF || start[1] != 0xD8)
        {
            return tables;
        }

        while (NextMarker(file) is { } marker and not (StartOfScan or EndOfImage))
        {
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                continue;
            }

            if (ReadSegment(file) is not { } segment)
            {
                break;
            }

            if (marker == QuantisationTables)
            {
                AddTables(segment, tables);
            }
        }

        return tables;
    }

    private static byte? NextMarker(Stream file)
    {
        if (file.ReadByte() != 0xFF)
        {
            return null;
        }

        int value;
        do
        {
            value = file.ReadByte();
        }
        while (value == 0xFF);
        return value < 0 ? null : (byte)value;
    }

    private static byte[]? ReadSegment(Stream file)
    {
        var head = new byte[2];
        if (file.ReadAtLeast(head, 2, throwOnEndOfStream: false) < 2 || BinaryPrimitives.ReadUInt16BigEndian(head) is var length && length < 2)
        {
            return null;
        }

        var content = new byte[length - 2];
        return file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) == content.Length ? content : null;
    }

    // One byte of precision (0: bytes, 1: words) and number, then 64 values; several in one segment are allowed.
    private static void AddTables(ReadOnlySpan<byte> segment, List<(ushort[] Values, bool IsChrominance)> tables)
    {
        while (segment.Length > 0)
        {
            var (isWide, number) = (segment[0] >> 4 == 1, segment[0] & 15);
            var bytes = isWide ? 2 * Coefficients : Coefficients;
            if (segment.Length <= bytes)
            {
                return;
            }

            var values = new ushort[Coefficients];
            for (var i = 0; i < Coefficients; i++)
            {
                values[i] = isWide ? BinaryPrimitives.ReadUInt16BigEndian(segment[(1 + (2 * i))..]) : segment[1 + i];
            }

            tables.Add((values, number > 0));
            segment = segment[(1 + bytes)..];
        }
    }

    // q ≥ 50: s = 200 − 2q, else s = 5000 / q; each value is (base · s + 50) / 100, at least 1.
    private static double Distance(ushort[] table, bool isChrominance, int quality)
    {
        var scale = quality < 50 ? 5000 / quality : 200 - (2 * quality);
        var standard = isChrominance ? Chrominance : Luminance;
        var sum = 0.0;
        for (var i = 0; i < Coefficients; i++)
        {
            var expected = Math.Clamp(((standard[i] * scale) + 50) / 100, 1, 255);
            sum += Math.Abs(table[i] - expected) / (double)expected;
        }

        return sum;
    }
}
