using Glaze.Imaging.Files;
using Glaze.Imaging.Metadata;
using NetVips;

namespace Glaze.Imaging;

/// <summary>The one table of the file formats, and how they are told apart: by a file's extension or by its first bytes.</summary>
public static class ImageFormats
{
    private const Enums.Access InOrder = Enums.Access.Sequential;
    private const Enums.ForeignKeep Nothing = Enums.ForeignKeep.None;

    private static readonly FormatCodec[] Known =
    [
        new(ImageFormat.Png, "PNG", ".png")
        {
            IsAnnouncedBy = file => file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            Open = (file, failOn) => Image.PngloadBuffer(file, access: InOrder, failOn: failOn),
            Save = (image, _) => image.PngsaveBuffer(keep: Nothing),
            ReadMetadata = PngFields.Read,
            WriteMetadata = PngFields.Write,
        },
        new(ImageFormat.Jpeg, "JPEG", ".jpg", ".jpeg", ".jpe", ".jfif")
        {
            IsAnnouncedBy = file => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
            Open = (file, failOn) => Image.JpegloadBuffer(file, access: InOrder, failOn: failOn),
            Save = (image, quality) => image.JpegsaveBuffer(q: quality, subsampleMode: Enums.ForeignSubsample.Off, optimizeCoding: true, keep: Nothing),
            ReadMetadata = JpegFields.Read,
            WriteMetadata = JpegFields.Write,
        },
        new(ImageFormat.WebP, "WebP", ".webp")
        {
            IsAnnouncedBy = file => file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8),
            Open = (file, failOn) => Image.WebploadBuffer(file, access: InOrder, failOn: failOn),
            Save = (image, _) => image.WebpsaveBuffer(lossless: true, exact: true, keep: Nothing),
            ReadMetadata = WebPFields.Read,
            WriteMetadata = WebPFields.Write,
        },
        new(ImageFormat.Tiff, "TIFF", ".tif", ".tiff")
        {
            // Little and big endian, classic (42) and BigTIFF (43).
            IsAnnouncedBy = file => file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) || file.StartsWith("II+\0"u8) || file.StartsWith("MM\0+"u8),
            Open = (file, failOn) => Image.TiffloadBuffer(file, page: TiffPage.OfPicture(file)?.Index ?? 0, access: InOrder, failOn: failOn),
            Save = (image, _) => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw, predictor: Enums.ForeignTiffPredictor.Horizontal, keep: Nothing),
            ReadMetadata = TiffFields.Read,
            WriteMetadata = TiffFields.Write,
        },
    ];

    /// <summary>What people call the formats.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(known => known.Name)];

    /// <summary>The same for sentences: all names with commas, and "or" before the last.</summary>
    public static string AnyOf { get; } = $"{string.Join(", ", Names.SkipLast(1))} or {Names[^1]}";

    /// <summary>What the command line calls the formats, in lower case.</summary>
    public static string[] Words { get; } = [.. Known.Select(known => WordOf(known.Format))];

    /// <summary>What the command line calls a format.</summary>
    public static string WordOf(ImageFormat format) => CodecOf(format).Name.ToLowerInvariant();

    /// <summary>The format of a word of the command line, or null.</summary>
    public static ImageFormat? FromWord(string word) => Known.Where(known => WordOf(known.Format) == word).Select(known => (ImageFormat?)known.Format).FirstOrDefault();

    /// <summary>The extension that a new file of a format gets, with its dot.</summary>
    public static string ExtensionOf(ImageFormat format) => CodecOf(format).Extensions[0];

    /// <summary>The format an output path asks for by its extension, or null when the extension is unknown.</summary>
    public static ImageFormat? FromExtension(string path)
    {
        var extension = Path.GetExtension(path);
        return Known.Where(known => known.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)).Select(known => (ImageFormat?)known.Format).FirstOrDefault();
    }

    /// <summary>The format the first bytes of a file announce, or null when it is none of the known ones.</summary>
    public static ImageFormat? Sniff(ReadOnlySpan<byte> file)
    {
        foreach (var known in Known)
        {
            if (known.IsAnnouncedBy(file))
            {
                return known.Format;
            }
        }

        return null;
    }

    /// <summary>How a format is read and written.</summary>
    internal static FormatCodec CodecOf(ImageFormat format) =>
        Array.Find(Known, known => known.Format == format) ?? throw new ArgumentOutOfRangeException(nameof(format), format, null);
}
