using Glaze.Imaging.Files;
using Glaze.Imaging.Vips;
using NetVips;

namespace Glaze.Imaging.Filters;

/// <summary>What a picture looks like after it was published as a lossy file: encoded and decoded in memory. Alpha is left as it was.</summary>
public static class CodecRoundTrip
{
    /// <summary>Through JPEG.</summary>
    /// <param name="image">The picture; values are rounded to 8 bits first.</param>
    /// <param name="quality">1..100.</param>
    /// <param name="subsampleChroma">4:2:0 as most sites use; false keeps 4:4:4.</param>
    public static PlanarImage Jpeg(PlanarImage image, int quality, bool subsampleChroma = true) =>
        PlanarImage.FromPixels(Jpeg(image.ToPixels(), quality, subsampleChroma));

    /// <summary>Through JPEG.</summary>
    /// <param name="pixels">The picture; transparent pixels are encoded with the colours they hide.</param>
    /// <param name="quality">1..100.</param>
    /// <param name="subsampleChroma">4:2:0 as most sites use; false keeps 4:4:4.</param>
    public static PixelBuffer Jpeg(PixelBuffer pixels, int quality, bool subsampleChroma = true)
    {
        CheckQuality(quality);
        var subsampling = subsampleChroma ? Enums.ForeignSubsample.On : Enums.ForeignSubsample.Off;
        return Through(pixels, ImageFormat.Jpeg, image => image.JpegsaveBuffer(q: quality, subsampleMode: subsampling, keep: Enums.ForeignKeep.None));
    }

    /// <summary>Through lossy WebP.</summary>
    /// <param name="image">The picture; values are rounded to 8 bits first.</param>
    /// <param name="quality">1..100.</param>
    public static PlanarImage WebP(PlanarImage image, int quality) => PlanarImage.FromPixels(WebP(image.ToPixels(), quality));

    /// <summary>Through lossy WebP.</summary>
    /// <param name="pixels">The picture; transparent pixels are encoded with the colours they hide.</param>
    /// <param name="quality">1..100.</param>
    public static PixelBuffer WebP(PixelBuffer pixels, int quality)
    {
        CheckQuality(quality);
        return Through(pixels, ImageFormat.WebP, image => image.WebpsaveBuffer(q: quality, keep: Enums.ForeignKeep.None));
    }

    private static void CheckQuality(int quality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
    }

    private static PixelBuffer Through(PixelBuffer pixels, ImageFormat format, Func<Image, byte[]> save)
    {
        var rgb = SampleLayout.Contract(pixels.Rgba, 3);
        using (var image = VipsCodec.Open(VipsCodec.Encode(rgb, pixels.Width, pixels.Height, 3, save), format))
        {
            VipsCodec.DecodeInto(image, rgb);
        }

        var result = pixels.Clone();
        for (int i = 0, s = 0; s < rgb.Length; i += 4, s += 3)
        {
            rgb.AsSpan(s, 3).CopyTo(result.Rgba.AsSpan(i));
        }

        return result;
    }
}
