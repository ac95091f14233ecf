namespace Glaze.Imaging.Metadata;

/// <summary>What a picture file says beside its pixels, kept so that it can be written back. Thumbnails are not kept: they would show the picture as it was.</summary>
public sealed class ImageMetadata
{
    /// <summary>The embedded ICC colour profile, or null.</summary>
    public byte[]? IccProfile { get; internal set; }

    /// <summary>The EXIF block from its byte order mark on, or null; the tags of a TIFF file are given in the same form.</summary>
    public byte[]? Exif => Tags is { IsEmpty: false } ? TagWriter.Write(Tags) : null;

    /// <summary>The XMP packet, or null.</summary>
    public byte[]? Xmp { get; internal set; }

    /// <summary>The IPTC records, or null.</summary>
    public byte[]? Iptc => Photoshop?.Iptc;

    /// <summary>Texts and comments in the order of the file.</summary>
    public IReadOnlyList<PictureText> Texts => TextList;

    /// <summary>The resolution, or null for a file that states none.</summary>
    public PixelDensity? Density { get; internal set; }

    /// <summary>EXIF orientation 1..8: how stored pixels are turned to be shown.</summary>
    public int Orientation => Tags?.Number(TagName.Orientation) is { } tag and >= 1 and <= 8 ? tag : 1;

    /// <summary>What the file held and could not be kept in any format: damaged blocks, layers, signatures of the unchanged picture.</summary>
    public IReadOnlyList<string> LeftOut => LeftOutList;

    internal TagTree? Tags { get; set; }

    internal PhotoshopResources? Photoshop { get; set; }

    internal List<PictureText> TextList { get; } = [];

    internal List<string> LeftOutList { get; } = [];

    /// <summary>The chunks of a PNG file that go into another PNG file as they are: colour, texts, time and what nobody knows.</summary>
    internal List<PngChunk>? PngChunks { get; set; }

    /// <summary>The same of a JPEG file: comments and application data.</summary>
    internal List<JpegSegment>? JpegSegments { get; set; }

    /// <summary>Reads what a file says.</summary>
    internal static ImageMetadata Read(byte[] file, ImageFormat format)
    {
        var metadata = ImageFormats.CodecOf(format).ReadMetadata(file);
        metadata.Density ??= ExifDensity(metadata.Tags);
        return metadata;
    }

    /// <summary>Puts everything into a file that was encoded without metadata, as far as its format can hold it.</summary>
    /// <param name="file">The encoded pixels.</param>
    /// <param name="format">The file's format.</param>
    /// <param name="keepsColours">Whether the pixels are still in the colours that the profile or the PNG chunks describe.</param>
    /// <param name="lost">Receives what the format cannot hold.</param>
    internal byte[] WriteTo(byte[] file, ImageFormat format, bool keepsColours, List<string> lost)
    {
        lost.AddRange(LeftOutList);
        return ImageFormats.CodecOf(format).WriteMetadata(file, this, keepsColours, lost);
    }

    internal void ReadExif(ReadOnlySpan<byte> block)
    {
        // JPEG's six bytes before the block are sometimes written in other formats too.
        Tags ??= TagTree.Read((block.StartsWith("Exif\0\0"u8) ? block[6..] : block).ToArray(), LeftOutList);
    }

    internal void ReadXmp(byte[] packet) => Xmp ??= XmpPacket.Clean(packet, LeftOutList);

    private static PixelDensity? ExifDensity(TagTree? tags)
    {
        if (tags?.Fraction(TagName.HorizontalResolution) is not { } horizontal || tags.Fraction(TagName.VerticalResolution) is not { } vertical)
        {
            return null;
        }

        return PixelDensity.Create(horizontal, vertical, TiffFields.UnitOf(tags.Number(TagName.ResolutionUnit)));
    }
}
