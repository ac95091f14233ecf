namespace Glaze.Imaging;

/// <summary>A picture as it came from a file: its pixels, and everything needed to write a changed version back faithfully.</summary>
public sealed class LoadedImage
{
    internal LoadedImage(PixelBuffer pixels, ushort[]? samples)
    {
        Pixels = pixels;
        Samples = samples;
    }

    /// <summary>
    /// The pixels in 8 bits. Colours are the file's own numbers: a picture with another profile than sRGB is not converted,
    /// so that untouched pixels come back bit for bit, and the engine treats its values as if they were sRGB.
    /// </summary>
    public PixelBuffer Pixels { get; }

    /// <summary>The format the file really had, whatever its extension.</summary>
    public required ImageFormat Format { get; init; }

    /// <summary>Bits a channel in the file: 8 or 16.</summary>
    public int BitDepth => Samples is null ? 8 : 16;

    /// <summary>True when the file stores an alpha channel, even if it is opaque everywhere.</summary>
    public required bool HasAlpha { get; init; }

    /// <summary>True when the file stores one grey channel instead of three colours.</summary>
    public required bool IsGreyscale { get; init; }

    /// <summary>Profile, resolution, EXIF, XMP and IPTC.</summary>
    public required ImageMetadata Metadata { get; init; }

    /// <summary>The original 16-bit samples (R, G, B, A), or null for an 8-bit file.</summary>
    internal ushort[]? Samples { get; }

    /// <summary>
    /// The original 16-bit samples plus 257 times the 8-bit change between <see cref="Pixels"/> and <paramref name="changed"/>,
    /// clamped: pixels that did not change keep every one of their 16 bits.
    /// </summary>
    internal ushort[] Apply(PixelBuffer changed)
    {
        var samples = Samples ?? throw new InvalidOperationException("The picture has 8 bits a channel.");
        var result = new ushort[samples.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var delta = changed.Rgba[i] - Pixels.Rgba[i];
            result[i] = (ushort)Math.Clamp(samples[i] + (257 * delta), 0, ushort.MaxValue);
        }

        return result;
    }
}
