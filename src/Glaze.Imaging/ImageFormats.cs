namespace Glaze.Imaging;

/// <summary>Tells picture formats apart, by a file's extension or by its first bytes.</summary>
public static class ImageFormats
{
    // The first of the extensions is what a file of that format is named.
    private static readonly (ImageFormat Format, string[] Extensions)[] Known =
    [
        (ImageFormat.Png, [".png"]),
        (ImageFormat.Jpeg, [".jpg", ".jpeg", ".jpe", ".jfif"]),
        (ImageFormat.WebP, [".webp"]),
        (ImageFormat.Tiff, [".tif", ".tiff"]),
    ];

    /// <summary>What people and the command line call the formats, in lower case.</summary>
    public static string[] Words { get; } = [.. Known.Select(known => WordOf(known.Format))];

    /// <summary>What the command line calls a format.</summary>
    public static string WordOf(ImageFormat format) => format.ToString().ToLowerInvariant();

    /// <summary>The format of a word of the command line, or null.</summary>
    public static ImageFormat? FromWord(string word) => Known.Where(known => WordOf(known.Format) == word).Select(known => (ImageFormat?)known.Format).FirstOrDefault();

    /// <summary>The extension that a new file of a format gets, with its dot.</summary>
    public static string ExtensionOf(ImageFormat format) => Known.First(known => known.Format == format).Extensions[0];

    /// <summary>The format an output path asks for by its extension, or null when the extension is unknown.</summary>
    public static ImageFormat? FromExtension(string path)
    {
        var extension = Path.GetExtension(path);
        return Known.Where(known => known.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)).Select(known => (ImageFormat?)known.Format).FirstOrDefault();
    }

    /// <summary>The format the first bytes of a file announce, or null when it is none of the known ones.</summary>
    public static ImageFormat? Sniff(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return ImageFormat.Png;
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return ImageFormat.Jpeg;
        }

        if (file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8))
        {
            return ImageFormat.WebP;
        }

        // Little and big endian, classic (42) and BigTIFF (43).
        return file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) || file.StartsWith("II+\0"u8) || file.StartsWith("MM\0+"u8)
            ? ImageFormat.Tiff
            : null;
    }
}
