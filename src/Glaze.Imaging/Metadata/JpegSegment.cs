using System.Buffers.Binary;

namespace Glaze.Imaging.Metadata;

/// <summary>A marker segment before the pixels of a JPEG file.</summary>
/// <param name="Marker">The marker's second byte.</param>
/// <param name="Data">What follows the length.</param>
internal readonly record struct JpegSegment(byte Marker, byte[] Data)
{
    internal const byte Comment = 0xFE;
    internal const byte App0 = 0xE0;
    internal const byte App15 = 0xEF;
    internal const int MaximumLength = 65533;

    private const byte FirstWithoutLength = 0xD0;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <summary>Application data or a comment, in contrast to what decoding needs.</summary>
    internal bool IsMetadata => Marker is Comment or (>= App0 and <= App15);

    /// <summary>What to call comments, and application data that nobody knows.</summary>
    internal string Name => Marker == Comment ? "JPEG's comments" : $"JPEG's application data {Marker - App0}";

    /// <summary>Whether it begins with a mark.</summary>
    internal bool Is(ReadOnlySpan<byte> mark) => Data.AsSpan().StartsWith(mark);

    /// <summary>The segments up to the pixels or the first damaged one.</summary>
    internal static IEnumerable<JpegSegment> ReadAll(byte[] file)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (marker == StartOfScan || length < 2 || at + 2 + length > file.Length)
            {
                yield break;
            }

            yield return new JpegSegment(marker, file.AsSpan(at + 4, length - 2).ToArray());
            at += 2 + length;
        }
    }

    /// <summary>What lies behind the end of the picture (ITU-T T.81, B.1.1), without zero bytes that only fill up.</summary>
    internal static ReadOnlySpan<byte> Tail(byte[] file)
    {
        for (var at = 2; at + 2 <= file.Length && file.AsSpan(at).IndexOf((byte)0xFF) is >= 0 and var next;)
        {
            at += next + 1;
            var marker = at < file.Length ? file[at] : (byte)0;
            if (marker == EndOfImage)
            {
                return file.AsSpan(at + 1).TrimEnd((byte)0);
            }

            // Among the pixels 0xFF is followed by zero; restarts and the like have no length.
            var hasLength = marker is >= 0xC0 and < 0xFF and not (>= FirstWithoutLength and <= StartOfImage);
            at += hasLength && at + 3 <= file.Length ? 1 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 1)) : 0;
        }

        return [];
    }

    /// <summary>A file whose application data and comments are these and no others.</summary>
    internal static byte[] Replace(byte[] file, IEnumerable<JpegSegment> segments)
    {
        using var stream = new MemoryStream();
        stream.Write([0xFF, StartOfImage]);
        var pixels = 2;
        var tables = new List<JpegSegment>();
        foreach (var segment in ReadAll(file))
        {
            pixels += 4 + segment.Data.Length;
            if (!segment.IsMetadata)
            {
                tables.Add(segment);
            }
        }

        foreach (var segment in segments.Concat(tables))
        {
            stream.Write([0xFF, segment.Marker, (byte)((segment.Data.Length + 2) >> 8), (byte)(segment.Data.Length + 2)]);
            stream.Write(segment.Data);
        }

        stream.Write(file.AsSpan(pixels));
        return stream.ToArray();
    }
}
