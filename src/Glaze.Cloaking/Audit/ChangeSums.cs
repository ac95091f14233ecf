using Glaze.Cloaking.Budget;
using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>Sums over one strip of a picture, from which <see cref="VisibleChange"/> is made.</summary>
internal sealed record ChangeSums(long Pixels, double Squares, int Largest, long FlatPixels, double FlatSquares)
{
    /// <summary>Sums over the rows from <paramref name="top"/>.</summary>
    /// <param name="original">The untouched picture.</param>
    /// <param name="cloaked">The cloaked picture.</param>
    /// <param name="deviation">Local standard deviation of the luma in levels, for the rows of the strip.</param>
    /// <param name="top">First row.</param>
    public static ChangeSums Of(PixelBuffer original, PixelBuffer cloaked, float[] deviation, int top)
    {
        var (pixels, squares, largest, flatPixels, flatSquares) = (0L, 0.0, 0, 0L, 0.0);
        for (var i = 0; i < deviation.Length; i++)
        {
            var pixel = 4 * ((top * original.Width) + i);
            if (original.Rgba[pixel + 3] == 0)
            {
                continue;
            }

            var square = 0.0;
            for (var c = 0; c < 3; c++)
            {
                var change = cloaked.Rgba[pixel + c] - original.Rgba[pixel + c];
                square += change * change;
                largest = Math.Max(largest, Math.Abs(change));
            }

            pixels++;
            squares += square;
            if (deviation[i] < FlatRegions.Limit)
            {
                flatPixels++;
                flatSquares += square;
            }
        }

        return new ChangeSums(pixels, squares, largest, flatPixels, flatSquares);
    }
}
