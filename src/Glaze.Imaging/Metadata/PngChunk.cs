using System.Buffers.Binary;

namespace Glaze.Imaging.Metadata;

/// <summary>A chunk of a PNG file.</summary>
/// <param name="Kind">Its four letters.</param>
/// <param name="Data">What is in it; left empty for the pixels when a file is only looked at.</param>
internal readonly record struct PngChunk(string Kind, byte[] Data)
{
    private const int SignatureLength = 8;
    private const int FrameLength = 12;
    private const string Header = "IHDR";
    private const string Pixels = "IDAT";

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (crc, _) => (crc >> 1) ^ ((crc & 1) * 0xEDB88320u)))];

    /// <summary>Whether a decoder that does not know the chunk may hand it on although the pixels have changed: the fourth letter is small.</summary>
    internal bool IsSafeToCopy => Kind[3] is >= 'a' and <= 'z';

    /// <summary>The chunks of a file up to its end or the first damaged one, without the pixels.</summary>
    internal static IEnumerable<PngChunk> ReadAll(byte[] file) => Places(file).Select(place =>
        new PngChunk(place.Kind, place.Kind == Pixels ? [] : file.AsSpan(place.Start + 8, place.Length - FrameLength).ToArray()));

    /// <summary>A file with the chunks of another one that have these kinds, and new ones behind its header.</summary>
    internal static byte[] Insert(byte[] file, string[] kinds, IEnumerable<PngChunk> chunks)
    {
        var kept = Places(file).Where(place => kinds.Contains(place.Kind)).ToList();
        using var fields = new MemoryStream();
        foreach (var chunk in chunks)
        {
            chunk.WriteTo(fields);
        }

        // The pixels of a large canvas are copied once and no more.
        var result = new byte[SignatureLength + fields.Length + kept.Sum(place => (long)place.Length)];
        file.AsSpan(0, SignatureLength).CopyTo(result);
        var at = SignatureLength;
        foreach (var (kind, start, length) in kept)
        {
            file.AsSpan(start, length).CopyTo(result.AsSpan(at));
            at += length;
            if (kind == Header)
            {
                fields.GetBuffer().AsSpan(0, (int)fields.Length).CopyTo(result.AsSpan(at));
                at += (int)fields.Length;
            }
        }

        return result;
    }

    private static IEnumerable<(string Kind, int Start, int Length)> Places(byte[] file)
    {
        for (long at = SignatureLength; at + FrameLength <= file.Length;)
        {
            var length = FrameLength + (long)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)at));
            if (length > file.Length - at)
            {
                yield break;
            }

            yield return (System.Text.Encoding.Latin1.GetString(file, (int)at + 4, 4), (int)at, (int)length);
            at += length;
        }
    }

    private void WriteTo(MemoryStream stream)
    {
        Span<byte> word = stackalloc byte[4];
        var kind = System.Text.Encoding.Latin1.GetBytes(Kind);
        BinaryPrimitives.WriteInt32BigEndian(word, Data.Length);
        stream.Write(word);
        stream.Write(kind);
        stream.Write(Data);
        BinaryPrimitives.WriteUInt32BigEndian(word, ~Crc(Crc(uint.MaxValue, kind), Data));
        stream.Write(word);
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
