namespace Glaze.Imaging;

/// <summary>The largest picture that is read; checked on the file's header before any pixel memory is asked for.</summary>
public static class ImageLimits
{
    /// <summary>Largest width or height in pixels.</summary>
    public const int MaximumSide = 30_000;

    /// <summary>Largest number of pixels: 16384², 1 GiB of RGBA.</summary>
    public const long MaximumPixels = 16_384L * 16_384L;

    /// <summary>True when a picture of this size may be read.</summary>
    public static bool Allows(long width, long height) =>
        width is > 0 and <= MaximumSide && height is > 0 and <= MaximumSide && width * height <= MaximumPixels;
}
