using Glaze.Cloaking.Budget;
using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>Finds flat colour: where the standard deviation of the luma in a 7×7 window is below one level.</summary>
internal static class FlatRegions
{
    private const int Radius = 3;

    /// <summary>Local standard deviation of the luma in levels, for the rows of a strip.</summary>
    public static float[] Deviation(PixelBuffer original, int top, int rows)
    {
        var first = Math.Max(0, top - Radius);
        var last = Math.Min(original.Height, top + rows + Radius);
        var mean = VisibilityMask.Luma(original, first, last - first);
        var squares = new float[mean.Length];
        for (var i = 0; i < mean.Length; i++)
        {
            squares[i] = mean[i] * mean[i];
        }

        LocalWindows.Mean(mean, original.Width, last - first, Radius);
        LocalWindows.Mean(squares, original.Width, last - first, Radius);
        var offset = (top - first) * original.Width;
        var deviation = new float[rows * original.Width];
        for (var i = 0; i < deviation.Length; i++)
        {
            deviation[i] = MathF.Sqrt(Math.Max(0, squares[offset + i] - (mean[offset + i] * mean[offset + i])));
        }

        return deviation;
    }
}
