using Glaze.Imaging.Colours;
using Glaze.Imaging.Files;
using Glaze.Imaging.Metadata;
using Glaze.Imaging.Vips;

namespace Glaze.Imaging;

/// <summary>Turns pixels into the bytes of a picture file.</summary>
public static class ImageEncoder
{
    /// <summary>JPEG quality when none is asked for.</summary>
    public const int DefaultQuality = 95;

    /// <summary>
    /// Encodes a picture. PNG and TIFF are lossless with alpha and keep 16 bits of a 16-bit original; WebP is written lossless,
    /// with the colours under full transparency; JPEG is written without chroma subsampling, transparency composed over white.
    /// A greyscale original stays greyscale as long as the pixels are grey.
    /// </summary>
    /// <param name="pixels">The picture to write, as it is to be shown.</param>
    /// <param name="format">The file format.</param>
    /// <param name="original">Where metadata, colours, orientation, bit depth and channel layout come from; null writes a plain sRGB file.</param>
    /// <param name="quality">JPEG quality, 1..100; ignored by the lossless formats.</param>
    /// <exception cref="ArgumentException">The original has another size.</exception>
    public static byte[] Encode(PixelBuffer pixels, ImageFormat format, LoadedImage? original = null, int quality = DefaultQuality) =>
        Encode(pixels, format, original, quality, out _);

    /// <summary>Encodes a picture, and says what of the original the format could not hold.</summary>
    /// <param name="pixels">The picture to write, as it is to be shown.</param>
    /// <param name="format">The file format.</param>
    /// <param name="original">Where metadata, colours, orientation, bit depth and channel layout come from; null writes a plain sRGB file.</param>
    /// <param name="quality">JPEG quality, 1..100; ignored by the lossless formats.</param>
    /// <param name="notKept">What was lost, each as a few words that can end a sentence: "transparency", "IPTC".</param>
    /// <exception cref="ArgumentException">The original has another size.</exception>
    public static byte[] Encode(PixelBuffer pixels, ImageFormat format, LoadedImage? original, int quality, out IReadOnlyList<string> notKept)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        if (original is not null && (original.Pixels.Width != pixels.Width || original.Pixels.Height != pixels.Height))
        {
            throw new ArgumentException("The original must have the size of the picture.", nameof(original));
        }

        var lost = new List<string>();
        var hasAlpha = format != ImageFormat.Jpeg && (original?.HasAlpha == true || pixels.HasTransparency);
        if (format == ImageFormat.Jpeg && pixels.HasTransparency)
        {
            lost.Add("transparency, which JPEG lacks: it was filled with white");
        }

        var file = original is null
            ? new ImageMetadata().WriteTo(Encode(pixels.Rgba, pixels, Bands(isGrey: false, hasAlpha), format, quality), format, keepsColours: true, lost)
            : Encode(pixels, format, original, quality, hasAlpha, lost);
        notKept = [.. lost.Distinct()];
        return file;
    }

    private static byte[] Encode(PixelBuffer pixels, ImageFormat format, LoadedImage original, int quality, bool hasAlpha, List<string> lost)
    {
        var isGrey = original.IsGreyscale && pixels.IsGrey;
        var keepsColours = KeepsColours(original, format, isGrey, lost);
        var stored = original.Stored(pixels);
        var bands = Bands(isGrey, hasAlpha);
        byte[] file;
        if (original.Samples is not null && format is ImageFormat.Png or ImageFormat.Tiff && (keepsColours || original.Space is null))
        {
            file = Encode(original.Apply(stored), stored, bands, format, quality);
        }
        else
        {
            if (original.Samples is not null)
            {
                lost.Add("16 bits a channel: 8 were written");
            }

            file = Encode(keepsColours ? Own(original, stored) : stored.Rgba, stored, bands, format, quality);
        }

        return original.Metadata.WriteTo(file, format, keepsColours, lost);
    }

    // The profile goes with all formats, PNG's own words on colours with PNG alone; those for grey pixels with grey pixels.
    private static bool KeepsColours(LoadedImage original, ImageFormat format, bool isGrey, List<string> lost)
    {
        var metadata = original.Metadata;
        var isOfOtherPixels = metadata.IccProfile is { } profile && !IccColours.Fits(profile, isGrey);
        if (isOfOtherPixels || (original.IsGreyscale && !isGrey && original.Space is not null))
        {
            lost.Add("the colour profile, which is for another kind of pixels");
            return false;
        }

        if (original.Space is null || format == ImageFormat.Png || (metadata.IccProfile is not null && PngColours.CodePoints(metadata.PngChunks) is null))
        {
            return true;
        }

        lost.Add($"the colours as PNG describes them, which {format} cannot: they were converted to sRGB");
        return false;
    }

    // 8 bits in the file's own colours.
    private static byte[] Own(LoadedImage original, PixelBuffer stored)
    {
        if (original.Space is not { } space)
        {
            return stored.Rgba;
        }

        if (original.Bytes is { } bytes)
        {
            return OwnColours.Apply(bytes, original.Stored(original.Pixels), stored, space);
        }

        var narrow = new byte[stored.Rgba.Length];
        SampleLayout.Narrow(original.Apply(stored), narrow);
        return narrow;
    }

    private static int Bands(bool isGrey, bool hasAlpha) => (isGrey ? 1 : 3) + (hasAlpha ? 1 : 0);

    private static byte[] Encode(byte[] rgba, PixelBuffer size, int bands, ImageFormat format, int quality) =>
        Encode<byte>(format == ImageFormat.Jpeg && size.HasTransparency ? SampleLayout.OverWhite(rgba) : rgba, size, bands, format, quality);

    private static byte[] Encode<T>(T[] rgba, PixelBuffer size, int bands, ImageFormat format, int quality)
        where T : unmanaged =>
        VipsCodec.Encode(SampleLayout.Contract(rgba, bands), size.Width, size.Height, bands, image => ImageFormats.CodecOf(format).Save(image, quality));
}
