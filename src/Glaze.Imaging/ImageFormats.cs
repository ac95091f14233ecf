namespace Glaze.Imaging;

/// <summary>Tells picture formats apart, by a file's extension or by its first bytes.</summary>
public static class ImageFormats
{
    /// <summary>The extensions of pictures that can be read and written, in lower case with their dot.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".tif", ".tiff"];

    /// <summary>The format an output path asks for by its extension, or null when the extension is unknown.</summary>
    public static ImageFormat? FromExtension(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => ImageFormat.Png,
        ".JPG" or ".JPEG" or ".JPE" or ".JFIF" => ImageFormat.Jpeg,
        ".WEBP" => ImageFormat.WebP,
        ".TIF" or ".TIFF" => ImageFormat.Tiff,
        _ => null,
    };

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
