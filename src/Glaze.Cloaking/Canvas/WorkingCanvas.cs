using Glaze.Cloaking.Arithmetic;
using Glaze.Imaging;

namespace Glaze.Cloaking.Canvas;

/// <summary>
/// The size at which δ is computed. Trainers shrink pictures to 512–1024 pixels, so that finer changes than these pixels are lost on them, and
/// time and memory stop growing with the picture.
/// </summary>
internal static class WorkingCanvas
{
    /// <summary>Longest side in pixels: three windows of 512 with their shared rims.</summary>
    public const int LongestSide = 1344;

    /// <summary>The picture as it is looked at: shrunk to <see cref="LongestSide"/> over white, or itself where it is no larger.</summary>
    public static PixelBuffer Shrink(PixelBuffer picture) =>
        Math.Max(picture.Width, picture.Height) <= LongestSide ? picture : WorkingImage.Shrink(picture, LongestSide).ToPixels();

    /// <summary>The job at its working size: what may change of it has at most <see cref="LongestSide"/> pixels.</summary>
    /// <param name="job">The job.</param>
    /// <returns>The job itself where that is so already; else the picture shrunk over white, with where it may change as selection.</returns>
    public static CloakJob Of(CloakJob job)
    {
        var original = job.Original;
        if (CanvasArea.Changeable(job) is not { } area || Math.Max(area.Width, area.Height) <= LongestSide)
        {
            return job;
        }

        var side = (int)Math.Ceiling(Math.Max(original.Width, original.Height) * (double)LongestSide / Math.Max(area.Width, area.Height));
        var small = WorkingImage.Shrink(original, side).ToPixels();
        var weights = new byte[original.Width * original.Height];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = job.WeightAt(i);
        }

        return job with { Original = small, Selection = AreaMean.Of(weights, original.Width, original.Height, small.Width, small.Height) };
    }
}
