using Glaze.Cloaking.Transforms;
using Glaze.Imaging;
using Glaze.Imaging.Filters;

namespace Glaze.Cloaking.Audit;

/// <summary>The purifiers of the audit, all deterministic: what publishing does to pictures, and what people try against cloaks.</summary>
public static class Purifiers
{
    private const int NoiseSeed = 20260101;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Purifier> All { get; } =
    [
        new("jpeg-90", image => CodecRoundTrip.Jpeg(image, 90)),
        new("jpeg-75", image => CodecRoundTrip.Jpeg(image, 75)),
        new("jpeg-50", image => CodecRoundTrip.Jpeg(image, 50)),
        new("resize-75", image => Rescale(image, 0.75)),
        new("resize-50", image => Rescale(image, 0.5)),
        new("crop-10", CropAndResize),
        new("noise-05", image => AddNoise(image, 0.05)),
        new("noise-10", image => AddNoise(image, 0.1)),
        new("blur-1", image => GaussianBlur.Apply(image, 1)),
        new("median-3", image => MedianFilter.Apply(image, 1)),
        new("bilateral-5", image => Smooth(image, 1)),
        new("bilateral-8x", image => Smooth(image, 8)),
    ];

    /// <summary>The four of the quick audit: one each of compression, resizing, noise and smoothing.</summary>
    public static IReadOnlyList<Purifier> Quick { get; } =
        All.Where(purifier => purifier.Name is "jpeg-75" or "resize-50" or "noise-05" or "bilateral-5").ToList();

    private static PlanarImage Rescale(PlanarImage image, double scale)
    {
        var width = Math.Max(1, (int)Math.Round(image.Width * scale));
        var height = Math.Max(1, (int)Math.Round(image.Height * scale));
        return Resampler.Resize(Resampler.Resize(image, width, height), image.Width, image.Height);
    }

    private static PlanarImage CropAndResize(PlanarImage image)
    {
        var left = image.Width / 20;
        var top = image.Height / 20;
        var cropped = new PlanarImage(image.Width - (2 * left), image.Height - (2 * top));
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            for (var y = 0; y < cropped.Height; y++)
            {
                image.Plane(c).Slice(((y + top) * image.Width) + left, cropped.Width).CopyTo(cropped.Plane(c)[(y * cropped.Width)..]);
            }
        }

        return Resampler.Resize(cropped, image.Width, image.Height);
    }

    private static PlanarImage AddNoise(PlanarImage image, double sigma)
    {
        var noisy = new NoiseTransform(sigma, NoiseSeed).Apply(image);
        return new PlanarImage(image.Width, image.Height, [.. noisy.Values.Select(value => Math.Clamp(value, 0, 1))]);
    }

    // What published cloak cleaners do: a small bilateral filter, again and again.
    private static PlanarImage Smooth(PlanarImage image, int passes)
    {
        for (var pass = 0; pass < passes; pass++)
        {
            image = BilateralTransform.Pass(image);
        }

        return image;
    }
}
