using Glaze.Imaging;

namespace Glaze.Cloaking.Budget;

/// <summary>Finds flat colour: where the standard deviation of the luma in a 7×7 window is below one level.</summary>
internal static class FlatRegions
{
    private const int Radius = 3;

    /// <summary>Local standard deviation of the luma in levels, H,W.</summary>
    public static float[] Deviation(PixelBuffer picture)
    {
        var mean = VisibilityMask.Luma(picture, 0, picture.Height);
        var squares = Array.ConvertAll(mean, luma => luma * luma);
        LocalWindows.Mean(mean, picture.Width, picture.Height, Radius);
        LocalWindows.Mean(squares, picture.Width, picture.Height, Radius);
        for (var i = 0; i < squares.Length; i++)
        {
            squares[i] = MathF.Sqrt(Math.Max(0, squares[i] - (mean[i] * mean[i])));
        }

        return squares;
    }
}
