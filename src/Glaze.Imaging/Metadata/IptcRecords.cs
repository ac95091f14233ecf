using System.Buffers.Binary;

namespace Glaze.Imaging.Metadata;

/// <summary>Takes the pictures out of IPTC's data sets.</summary>
internal static class IptcRecords
{
    private const byte Mark = 0x1C;
    private const int HeaderLength = 5;

    /// <summary>The data sets without previews and other pictures.</summary>
    /// <param name="block">The data sets.</param>
    /// <param name="leftOut">Receives what was left out besides previews.</param>
    internal static byte[] Clean(byte[] block, List<string> leftOut)
    {
        using var kept = new MemoryStream(block.Length);
        var at = 0;
        while (Length(block.AsSpan(at)) is { } length)
        {
            if (!IsPreview(block[at + 1], block[at + 2]))
            {
                Keep(kept, block.AsMemory(at, length), leftOut);
            }

            at += length;
        }

        Keep(kept, block.AsMemory(at), leftOut);
        return kept.ToArray();
    }

    // IIM 4.2, record 2, data sets 200 to 202: ObjectData Preview; record 8, data set 10: the object itself.
    private static bool IsPreview(byte record, byte dataSet) => (record, dataSet) is (2, >= 200 and <= 202) or (8, 10);

    // IIM 4.2, section 1.5: mark, record, data set, length in two bytes; with the highest bit set, the number of bytes of the length that follows.
    private static int? Length(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < HeaderLength || rest[0] != Mark)
        {
            return null;
        }

        var (header, length) = (HeaderLength, (long)BinaryPrimitives.ReadUInt16BigEndian(rest[3..]));
        if (length > short.MaxValue)
        {
            if ((length & short.MaxValue) != 4 || rest.Length < HeaderLength + 4)
            {
                return null;
            }

            (header, length) = (HeaderLength + 4, BinaryPrimitives.ReadUInt32BigEndian(rest[HeaderLength..]));
        }

        return header + length <= rest.Length ? (int)(header + length) : null;
    }

    private static void Keep(MemoryStream kept, ReadOnlyMemory<byte> bytes, List<string> leftOut)
    {
        if (EmbeddedPicture.IsIn(bytes))
        {
            leftOut.Add("a part of IPTC, which held a picture");
        }
        else
        {
            kept.Write(bytes.Span);
        }
    }
}
