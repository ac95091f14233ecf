using System.Buffers.Binary;
using System.Text;

namespace Glaze.Imaging.Metadata;

/// <summary>Reads and writes what PNG says beside its pixels. libvips keeps less than half of it, so the chunks are moved here.</summary>
internal static class PngFields
{
    private const string Header = "IHDR";
    private const int MetreUnit = 1;

    private static readonly string[] ColourKinds = ["cICP", "mDCV", "cLLI", "sRGB", "gAMA", "cHRM"];

    // They speak of the samples as they were stored: their depth, their palette.
    private static readonly string[] SampleKinds = ["sBIT", "bKGD"];

    // The same, and of no use to others: how often a palette's colours occur, and where to begin decoding in two threads.
    private static readonly string[] StorageKinds = ["hIST", "iDOT"];

    private static readonly string[] PixelKinds = [Header, "PLTE", "tRNS", "IDAT", "IEND"];

    internal static ImageMetadata Read(byte[] file)
    {
        var metadata = new ImageMetadata { PngChunks = [] };
        foreach (var chunk in PngChunk.ReadAll(file))
        {
            switch (chunk.Kind)
            {
                case "iCCP":
                    metadata.IccProfile ??= Profile(chunk.Data);
                    break;
                case "eXIf":
                    metadata.ReadExif(chunk.Data);
                    break;
                case "pHYs":
                    metadata.Density ??= Density(chunk.Data);
                    break;
                case "tEXt" or "zTXt" or "iTXt":
                    ReadText(metadata, chunk);
                    break;
                default:
                    ReadOther(metadata, chunk);
                    break;
            }
        }

        return metadata;
    }

    internal static byte[] Write(byte[] file, ImageMetadata metadata, bool keepsColours, List<string> lost)
    {
        lost.AddRange((metadata.JpegSegments ?? []).Where(segment => segment.Marker != JpegSegment.Comment).Select(segment => segment.Name));
        var header = PngChunk.ReadAll(file).First();
        return PngChunk.Insert(file, PixelKinds, Fields(metadata, header, keepsColours));
    }

    private static IEnumerable<PngChunk> Fields(ImageMetadata metadata, PngChunk header, bool keepsColours)
    {
        var chunks = metadata.PngChunks ?? [];
        foreach (var chunk in chunks.Where(chunk => keepsColours && ColourKinds.Contains(chunk.Kind)))
        {
            yield return chunk;
        }

        if (keepsColours && metadata.IccProfile is { } profile)
        {
            yield return new PngChunk("iCCP", [.. "ICC Profile"u8, 0, 0, .. PngText.Deflate(profile)]);
        }

        if (metadata.Density is { } density)
        {
            yield return Density(density);
        }

        foreach (var chunk in chunks.Where(chunk => !ColourKinds.Contains(chunk.Kind)))
        {
            if (chunk.Kind != Header && (!SampleKinds.Contains(chunk.Kind) || IsSameLayout(chunks, header)))
            {
                yield return chunk;
            }
        }

        foreach (var chunk in Blocks(metadata))
        {
            yield return chunk;
        }
    }

    private static IEnumerable<PngChunk> Blocks(ImageMetadata metadata)
    {
        if (metadata.PngChunks is null)
        {
            foreach (var text in metadata.Texts)
            {
                yield return PngText.Write(text.Keyword, text.Text);
            }
        }

        if (metadata.Exif is { } exif)
        {
            yield return new PngChunk("eXIf", exif);
        }

        if (metadata.Xmp is { } xmp)
        {
            yield return PngText.WriteXmp(xmp);
        }

        if (metadata.Photoshop is { } photoshop)
        {
            yield return PngText.WriteProfile("iptc", photoshop.Write());
        }
    }

    private static void ReadText(ImageMetadata metadata, PngChunk chunk)
    {
        if (PngText.Read(chunk) is not { } text)
        {
            metadata.LeftOutList.Add("a PNG text, which is damaged");
        }
        else if (text.Keyword == PngText.XmpKeyword)
        {
            metadata.ReadXmp(Encoding.UTF8.GetBytes(text.Text));
        }
        else if (PngText.ProfileKind(text) is { } kind)
        {
            ReadProfile(metadata, kind, PngText.ReadProfile(text));
        }
        else if (EmbeddedPicture.IsText(text.Text))
        {
            metadata.LeftOutList.Add($"the text \"{text.Keyword}\", which held a picture");
        }
        else
        {
            metadata.PngChunks!.Add(chunk);
            metadata.TextList.Add(text);
        }
    }

    private static void ReadProfile(ImageMetadata metadata, string kind, byte[]? block)
    {
        switch (kind)
        {
            case "EXIF" or "APP1" when block is not null && !block.AsSpan().StartsWith("http"u8):
                metadata.ReadExif(block);
                break;
            case "XMP" or "APP1" when block is not null:
                metadata.ReadXmp(block.AsSpan().StartsWith(JpegFields.XmpMark) ? block[JpegFields.XmpMark.Length..] : block);
                break;
            case "IPTC" or "8BIM" when block is not null:
                metadata.Photoshop ??= block.AsSpan().StartsWith("8BIM"u8) ? PhotoshopResources.Read(block, metadata.LeftOutList) : PhotoshopResources.OfIptc(block, metadata.LeftOutList);
                break;
            default:
                metadata.LeftOutList.Add($"the PNG text \"Raw profile type {kind.ToLowerInvariant()}\"");
                break;
        }
    }

    private static void ReadOther(ImageMetadata metadata, PngChunk chunk)
    {
        if (chunk.Kind == Header || ColourKinds.Contains(chunk.Kind) || SampleKinds.Contains(chunk.Kind) || chunk.Kind is "tIME" or "sPLT" or "oFFs" or "pCAL" or "sCAL" or "sTER")
        {
            metadata.PngChunks!.Add(chunk);
        }
        else if (chunk.Kind == "caBX")
        {
            metadata.LeftOutList.Add("Content Credentials, which vouch for the unchanged picture");
        }
        else if (PixelKinds.Contains(chunk.Kind) || StorageKinds.Contains(chunk.Kind))
        {
            // Written anew with the pixels, or not needed.
        }
        else if (EmbeddedPicture.IsIn(chunk.Data))
        {
            metadata.LeftOutList.Add($"the PNG chunk {chunk.Kind}, which held a picture");
        }
        else if (chunk.IsSafeToCopy && chunk.Kind[0] is >= 'a' and <= 'z')
        {
            metadata.PngChunks!.Add(chunk);
        }
        else
        {
            // PNG, third edition, section 5.4: the last letter's case says that it holds for these pixels alone.
            metadata.LeftOutList.Add($"the PNG chunk {chunk.Kind}, which is about the pixels as they were");
        }
    }

    private static byte[]? Profile(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf((byte)0);
        return end < 0 || end + 2 > data.Length ? null : PngText.Inflate(data[(end + 2)..]);
    }

    private static PixelDensity? Density(ReadOnlySpan<byte> data) => data.Length < 9
        ? null
        : PixelDensity.Create(
            BinaryPrimitives.ReadUInt32BigEndian(data),
            BinaryPrimitives.ReadUInt32BigEndian(data[4..]),
            data[8] == MetreUnit ? DensityUnit.Metre : DensityUnit.None);

    private static PngChunk Density(PixelDensity density)
    {
        var data = new byte[9];
        var (horizontal, vertical, unit) = density.ToMetres() ?? density;
        BinaryPrimitives.WriteUInt32BigEndian(data, (uint)Math.Clamp(Math.Round(horizontal), 1, int.MaxValue));
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), (uint)Math.Clamp(Math.Round(vertical), 1, int.MaxValue));
        data[8] = (byte)(unit == DensityUnit.None ? 0 : MetreUnit);
        return new PngChunk("pHYs", data);
    }

    // Bytes 8 and 9 of the header: depth and kind of colour.
    private static bool IsSameLayout(List<PngChunk> chunks, PngChunk header) =>
        chunks.Find(chunk => chunk.Kind == Header) is { Data.Length: 13 } old && old.Data.AsSpan(8, 2).SequenceEqual(header.Data.AsSpan(8, 2));
}
