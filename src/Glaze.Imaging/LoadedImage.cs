using Glaze.Imaging.Colours;
using Glaze.Imaging.Files;
using Glaze.Imaging.Metadata;

namespace Glaze.Imaging;

/// <summary>A picture as it came from a file: what viewers show of it, and everything needed to write a changed version back faithfully.</summary>
public sealed class LoadedImage
{
    internal LoadedImage(PixelBuffer pixels) => Pixels = pixels;

    /// <summary>
    /// The picture as viewers show it, in 8 bits: turned upright, and its colours in sRGB. Files are written in their own colours
    /// and unturned, so that pixels that did not change come back bit for bit.
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

    /// <summary>Whether the file's colours are others than sRGB's, by its profile or by what PNG says, and were converted.</summary>
    public bool HasOwnColours => Space is not null;

    /// <summary>Profile, resolution, EXIF, XMP, IPTC, texts.</summary>
    public required ImageMetadata Metadata { get; init; }

    /// <summary>Who may read the file; null where that is not known.</summary>
    internal UnixFileMode? Rights { get; set; }

    /// <summary>The file's own colours; null where they are sRGB's.</summary>
    internal ColourSpace? Space { get; init; }

    /// <summary>The 16-bit samples (R, G, B, A) as they are stored, or null for an 8-bit file.</summary>
    internal ushort[]? Samples { get; init; }

    /// <summary>The 8-bit samples (R, G, B, A) as they are stored, where <see cref="Pixels"/> are not they.</summary>
    internal byte[]? Bytes { get; init; }

    /// <summary>Turns a picture back to how this file stores it.</summary>
    internal PixelBuffer Stored(PixelBuffer shown) => Orientation.ToStored(shown, Metadata.Orientation);

    /// <summary>
    /// The original 16-bit samples with the change from <see cref="Pixels"/> to <paramref name="changed"/>, both as they are stored:
    /// pixels that did not change keep every one of their 16 bits. In sRGB it is 257 times the change, clamped.
    /// </summary>
    internal ushort[] Apply(PixelBuffer changed)
    {
        var samples = Samples ?? throw new InvalidOperationException("The picture has 8 bits a channel.");
        var original = Stored(Pixels);
        if (Space is not null)
        {
            return OwnColours.Apply(samples, original, changed, Space);
        }

        var result = new ushort[samples.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var delta = changed.Rgba[i] - original.Rgba[i];
            result[i] = (ushort)Math.Clamp(samples[i] + (257 * delta), 0, ushort.MaxValue);
        }

        return result;
    }
}
