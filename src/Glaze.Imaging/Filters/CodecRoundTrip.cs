using Glaze.Imaging.Vips;

namespace Glaze.Imaging.Filters;

/// <summary>What a picture looks like after it was published as a lossy file: encoded and decoded in memory. Alpha is left as it was.</summary>
public static class CodecRoundTrip
{
    private const int SubsampleAlways = 1;
    private const int SubsampleNever = 2;

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
    public static PixelBuffer Jpeg(PixelBuffer pixels, int quality, bool subsampleChroma = true) =>
        Through(pixels, "jpegsave_buffer", "jpegload_buffer", save => save
            .Set("Q", CheckQuality(quality))
            .Set("subsample-mode", subsampleChroma ? SubsampleAlways : SubsampleNever));

    /// <summary>Through lossy WebP.</summary>
    /// <param name="image">The picture; values are rounded to 8 bits first.</param>
    /// <param name="quality">1..100.</param>
    public static PlanarImage WebP(PlanarImage image, int quality) => PlanarImage.FromPixels(WebP(image.ToPixels(), quality));

    /// <summary>Through lossy WebP.</summary>
    /// <param name="pixels">The picture; transparent pixels are encoded with the colours they hide.</param>
    /// <param name="quality">1..100.</param>
    public static PixelBuffer WebP(PixelBuffer pixels, int quality) =>
        Through(pixels, "webpsave_buffer", "webpload_buffer", save => save.Set("Q", CheckQuality(quality)));

    private static int CheckQuality(int quality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        return quality;
    }

    private static unsafe PixelBuffer Through(PixelBuffer pixels, string saver, string loader, Action<VipsOperation> configure)
    {
        var rgb = SampleLayout.Contract(pixels.Rgba, 3);
        byte[] file;
        fixed (byte* data = rgb)
        {
            using var memory = VipsImage.Over(data, rgb.Length, pixels.Width, pixels.Height, 3, VipsBandFormat.UInt8);
            using var copy = new VipsOperation("copy");
            using var image = copy.Set("in", memory).Set("interpretation", (int)VipsInterpretation.Srgb).Run().Image("out");
            using var save = new VipsOperation(saver);
            configure(save);
            file = save.Set("in", image).Set("keep", 0).Run().Bytes("buffer");
        }

        fixed (byte* data = file)
        {
            using var load = new VipsOperation(loader);
            using var image = load.Set("buffer", data, file.Length).Run().Image("out");
            image.DecodeInto(rgb);
        }

        var result = pixels.Clone();
        for (int i = 0, s = 0; s < rgb.Length; i += 4, s += 3)
        {
            rgb.AsSpan(s, 3).CopyTo(result.Rgba.AsSpan(i));
        }

        return result;
    }
}
