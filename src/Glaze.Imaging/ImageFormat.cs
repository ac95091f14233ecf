namespace Glaze.Imaging;

/// <summary>The file formats that can be read and written.</summary>
public enum ImageFormat
{
    /// <summary>PNG: lossless, 8 or 16 bits a channel, alpha.</summary>
    Png,

    /// <summary>JPEG: lossy, 8 bits, no alpha.</summary>
    Jpeg,

    /// <summary>WebP: written lossless, 8 bits, alpha.</summary>
    WebP,

    /// <summary>TIFF: lossless (LZW), 8 or 16 bits, alpha.</summary>
    Tiff,
}
