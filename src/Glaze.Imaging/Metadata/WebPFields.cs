using System.Buffers.Binary;
using System.Text;

namespace Glaze.Imaging.Metadata;

/// <summary>Reads and writes what WebP says beside its pixels.</summary>
internal static class WebPFields
{
    private const int HeaderLength = 12;
    private const int ChunkHeader = 8;
    private const string Filling = "\0\0\0\0";
    private const byte ProfileFlag = 0x20;
    private const byte AlphaFlag = 0x10;
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    internal static ImageMetadata Read(byte[] file)
    {
        var metadata = new ImageMetadata();
        foreach (var (kind, place, length) in Chunks(file))
        {
            var data = file.AsSpan(place, length);
            switch (kind)
            {
                case "ICCP":
                    metadata.IccProfile ??= data.ToArray();
                    break;
                case "EXIF":
                    metadata.ReadExif(data);
                    break;
                case "XMP ":
                    metadata.ReadXmp(data.ToArray());
                    break;
                case "C2PA":
                    metadata.LeftOutList.Add("Content Credentials, which vouch for the unchanged picture");
                    break;
                case "VP8X" or "VP8 " or "VP8L" or "ALPH" or "ANIM" or "ANMF" or Filling:
                    break;
                default:
                    metadata.LeftOutList.Add(kind.All(char.IsAsciiLetterOrDigit) ? $"the WebP chunk {kind}" : "a WebP chunk that nobody knows");
                    break;
            }
        }

        return metadata;
    }

    internal static byte[] Write(byte[] file, ImageMetadata metadata, bool keepsColours, List<string> lost)
    {
        var tags = PngOnly.Tags(metadata);
        TextTags.AddAllTo(tags, metadata.Texts, lost);
        TiffFields.AddDensity(tags, metadata.Density);
        if (metadata.Photoshop is { } photoshop)
        {
            lost.Add(photoshop.HoldsMore ? "IPTC and Photoshop's data" : "IPTC");
        }

        PngOnly.Report(metadata, keepsColours, lost);
        lost.AddRange((metadata.JpegSegments ?? []).Where(segment => segment.Marker != JpegSegment.Comment).Select(segment => segment.Name));
        return Write(file, keepsColours ? metadata.IccProfile : null, tags.IsEmpty ? null : TagWriter.Write(tags), metadata.Xmp);
    }

    private static byte[] Write(byte[] file, byte[]? profile, byte[]? exif, byte[]? xmp)
    {
        if (profile is null && exif is null && xmp is null)
        {
            return file;
        }

        using var stream = new MemoryStream(file.Length + (profile?.Length ?? 0) + (exif?.Length ?? 0) + (xmp?.Length ?? 0) + 64);
        stream.Write("RIFF\0\0\0\0WEBP"u8);
        WriteChunk(stream, "VP8X", Header(file, (profile is null ? 0 : ProfileFlag) | (exif is null ? 0 : ExifFlag) | (xmp is null ? 0 : XmpFlag)));
        WriteOptional(stream, "ICCP", profile);
        foreach (var (kind, place, length) in Chunks(file))
        {
            if (kind is "VP8 " or "VP8L" or "ALPH")
            {
                WriteChunk(stream, kind, file.AsSpan(place, length));
            }
        }

        WriteOptional(stream, "EXIF", exif);
        WriteOptional(stream, "XMP ", xmp);
        var result = stream.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(result.AsSpan(4), result.Length - ChunkHeader);
        return result;
    }

    // Flags, three bytes of nothing, then width and height less one in three bytes each; the pixels say the rest.
    private static byte[] Header(byte[] file, int flags)
    {
        var header = new byte[10];
        foreach (var (kind, place, length) in Chunks(file))
        {
            var data = file.AsSpan(place, length);
            if (kind == "VP8X")
            {
                data.CopyTo(header);
                flags |= header[0] & AlphaFlag;
            }
            else if (kind == "VP8L" && header[4] + header[5] + header[6] + header[7] + header[8] + header[9] == 0)
            {
                // A signature, then 14 bits of width less one, 14 of height less one, one that says whether alpha is used.
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
                PutSide(header.AsSpan(4), bits & 0x3FFF);
                PutSide(header.AsSpan(7), (bits >> 14) & 0x3FFF);
                flags |= (bits >> 28 & 1) == 1 ? AlphaFlag : 0;
            }
        }

        header[0] = (byte)flags;
        return header;
    }

    private static void PutSide(Span<byte> to, uint side) => (to[0], to[1], to[2]) = ((byte)side, (byte)(side >> 8), (byte)(side >> 16));

    private static IEnumerable<(string Kind, int Place, int Length)> Chunks(byte[] file)
    {
        for (long at = HeaderLength; at + ChunkHeader <= file.Length;)
        {
            long length = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan((int)at + 4));
            if (length > file.Length - at - ChunkHeader)
            {
                yield break;
            }

            yield return (Encoding.Latin1.GetString(file, (int)at, 4), (int)at + ChunkHeader, (int)length);
            at += ChunkHeader + length + (length & 1);
        }
    }

    private static void WriteOptional(MemoryStream stream, string kind, byte[]? data)
    {
        if (data is not null)
        {
            WriteChunk(stream, kind, data);
        }
    }

    private static void WriteChunk(MemoryStream stream, string kind, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        stream.Write(Encoding.Latin1.GetBytes(kind));
        stream.Write(length);
        stream.Write(data);
        if ((data.Length & 1) == 1)
        {
            stream.WriteByte(0);
        }
    }
}
