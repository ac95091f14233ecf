using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Imaging;

namespace Glaze.Cloaking.Budget;

/// <summary>
/// How much change a viewer overlooks at each pixel, 0 (flat colour, smooth gradient) to 1 (busy texture).
/// Texture masking: local energy of the luma above a linear trend; luminance masking after Chou and Li (1995), eq. 4.
/// </summary>
internal static class VisibilityMask
{
    /// <summary>Energy in levels below which nothing hides a change; the noise of 8-bit rounding is 0.29.</summary>
    private const float LeastActivity = 0.3f;

    /// <summary>Energy in levels, above the least, at which half of the full change is allowed.</summary>
    private const float HalfActivity = 0.5f;

    /// <summary>Local deviation in levels from which a place that is not flat colour counts as wholly not flat.</summary>
    private const float FullDeviation = 1.5f;

    /// <summary>How far around a pixel the picture is looked at, in pixels; strips need this much context.</summary>
    public const int Halo = 20;

    private static readonly GaussianFilter Trend = new(1.5);
    private static readonly GaussianFilter FineTrend = new(0.7);
    private static readonly GaussianFilter Smoothing = new(2.0);

    /// <summary>Radius of the energy window, and how far from an outline it and the trend filter carry the outline's energy.</summary>
    private const int EnergyRadius = 3;

    internal static int Spread => EnergyRadius + Trend.Radius;

    /// <summary>Computes the mask of a rectangle of the picture, seeing up to <see cref="Halo"/> pixels around it.</summary>
    /// <param name="original">The untouched picture.</param>
    /// <param name="top">First row of the strip.</param>
    /// <param name="rows">Rows of the strip.</param>
    /// <returns>Row-major, rows·Width values in 0..1.</returns>
    public static float[] Strip(PixelBuffer original, int top, int rows)
    {
        var first = Math.Max(0, top - Halo);
        var last = Math.Min(original.Height, top + rows + Halo);
        var width = original.Width;
        var height = last - first;
        var luma = Luma(original, first, height);
        var mask = Mask(luma, width, height);
        return mask.AsSpan((top - first) * width, rows * width).ToArray();
    }

    private static float[] Mask(float[] luma, int width, int height)
    {
        var detail = HighPass(luma, width, height, Trend);
        var line = HighPass(luma, width, height, FineTrend);
        var activity = new float[luma.Length];
        for (var i = 0; i < activity.Length; i++)
        {
            activity[i] = detail[i] * detail[i];
        }

        LocalWindows.Mean(activity, width, height, EnergyRadius);
        for (var i = 0; i < activity.Length; i++)
        {
            activity[i] = MathF.Sqrt(activity[i]);
        }

        // A pixel is textured only where every window around it is: an outline must not open its flat neighbours.
        LocalWindows.MinimumOctagon(activity, width, height, Spread);
        Smoothing.Apply(activity, width, height);
        var deviation = FlatRegions.Deviation(luma, width, height);
        for (var i = 0; i < activity.Length; i++)
        {
            var above = Math.Max(0, activity[i] - LeastActivity);
            var texture = FlatRegions.Unlike(deviation[i], FlatRegions.Limit, FullDeviation) * above / (above + HalfActivity);
            var contrast = Math.Max(0, Math.Abs(line[i]) - 6);
            var edge = 0.5f * contrast / (contrast + 24);
            activity[i] = Math.Min(1, Math.Max(texture, edge) * LuminanceFactor(luma[i]));
        }

        return activity;
    }

    // T(Y) = 17·(1 − √(Y/127)) + 3 below mid-grey, 3/128·(Y − 127) + 3 above; scaled so that mid-grey gives 1.
    private static float LuminanceFactor(float luma)
    {
        var threshold = luma <= 127 ? (17 * (1 - MathF.Sqrt(luma / 127))) + 3 : (3f / 128 * (luma - 127)) + 3;
        return 1 + (0.02f * (threshold - 3));
    }

    private static float[] HighPass(float[] luma, int width, int height, GaussianFilter trend)
    {
        // Dividing by the blurred ones undoes the zeros outside, so that borders of the canvas are not taken for edges.
        var blurred = (float[])luma.Clone();
        trend.Apply(blurred, width, height);
        trend.Normalize(blurred, width, height);
        TensorPrimitives.Subtract(luma, blurred, blurred);
        return blurred;
    }

    internal static float[] Luma(PixelBuffer original, int first, int rows)
    {
        var luma = new float[rows * original.Width];
        var rgba = original.Rgba.AsSpan(first * original.Width * 4, luma.Length * 4);
        for (var i = 0; i < luma.Length; i++)
        {
            // Over white, as a viewer of the published picture sees it (Rec. 709 weights).
            var alpha = rgba[(4 * i) + 3] / 255f;
            var value = (0.2126f * rgba[4 * i]) + (0.7152f * rgba[(4 * i) + 1]) + (0.0722f * rgba[(4 * i) + 2]);
            luma[i] = (value * alpha) + (255 * (1 - alpha));
        }

        return luma;
    }
}
