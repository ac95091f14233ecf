using System.Buffers.Binary;

namespace Glaze.Imaging.Metadata;

/// <summary>A chunk of a PNG file.</summary>
/// <param name="Kind">Its four letters.</param>
/// <param name="Data">What is in it; left empty for the pixels when a file is only looked at.</param>
internal readonly record struct PngChunk(string Kind, byte[] Data)
{
    private const int SignatureLength = 8;
    private const int FrameLength = 12;
    private const string Pixels = "IDAT";

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (crc, _) => (crc >> 1) ^ ((crc & 1) * 0xEDB88320u)))];

    /// <summary>Whether a decoder that does not know the chunk may hand it on although the pixels have changed: the fourth letter is small.</summary>
    internal bool IsSafeToCopy => Kind[3] is >= 'a' and <= 'z';

    /// <summary>The chunks of a file up to its end or the first damaged one.</summary>
    internal static IEnumerable<PngChunk> ReadAll(byte[] file, bool withPixels)
    {
        for (long at = SignatureLength; at + FrameLength <= file.Length;)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)at));
            if (length > file.Length - at - FrameLength)
            {
                yield break;
            }

            var kind = System.Text.Encoding.Latin1.GetString(file, (int)at + 4, 4);
            yield return new PngChunk(kind, kind == Pixels && !withPixels ? [] : file.AsSpan((int)at + 8, (int)length).ToArray());
            at += FrameLength + length;
        }
    }

    /// <summary>Writes a file of chunks.</summary>
    internal static byte[] WriteAll(IEnumerable<PngChunk> chunks)
    {
        using var stream = new MemoryStream();
        stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> word = stackalloc byte[4];
        foreach (var chunk in chunks)
        {
            var kind = System.Text.Encoding.Latin1.GetBytes(chunk.Kind);
            BinaryPrimitives.WriteInt32BigEndian(word, chunk.Data.Length);
            stream.Write(word);
            stream.Write(kind);
            stream.Write(chunk.Data);
            BinaryPrimitives.WriteUInt32BigEndian(word, ~Crc(Crc(uint.MaxValue, kind), chunk.Data));
            stream.Write(word);
        }

        return stream.ToArray();
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }
}
