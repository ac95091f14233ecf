using Glaze.Imaging;

namespace Glaze.Cloaking.Budget;

/// <summary>Finds flat colour: where the standard deviation of the luma in a 7×7 window is below one level.</summary>
internal static class FlatRegions
{
    private const int Radius = 3;

    /// <summary>Local deviation in levels below which colour is flat.</summary>
    public const float Limit = 1;

    /// <summary>How far a place is from being flat, 0..1: 0 up to one deviation, 1 from another on.</summary>
    /// <param name="deviation">Its local deviation in levels.</param>
    /// <param name="none">The deviation up to which it is 0.</param>
    /// <param name="full">The deviation from which it is 1.</param>
    public static float Unlike(float deviation, float none, float full) => Math.Clamp((deviation - none) / (full - none), 0, 1);

    /// <summary>Local standard deviation of the luma in levels, H,W.</summary>
    public static float[] Deviation(PixelBuffer picture) => Deviation(VisibilityMask.Luma(picture, 0, picture.Height), picture.Width, picture.Height);

    /// <summary>Local standard deviation of a plane, H,W.</summary>
    /// <param name="luma">The plane in levels, H,W.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    public static float[] Deviation(float[] luma, int width, int height)
    {
        var mean = (float[])luma.Clone();
        var squares = Array.ConvertAll(mean, value => value * value);
        LocalWindows.Mean(mean, width, height, Radius);
        LocalWindows.Mean(squares, width, height, Radius);
        for (var i = 0; i < squares.Length; i++)
        {
            squares[i] = MathF.Sqrt(Math.Max(0, squares[i] - (mean[i] * mean[i])));
        }

        return squares;
    }
}
