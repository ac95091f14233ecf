using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;
using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>Sums over one strip of a picture, from which <see cref="VisibleChange"/> is made.</summary>
internal sealed record ChangeSums(
    int Rows, long Pixels, double Squares, int Largest, long FlatPixels, double FlatSquares, double PerceptualSquare)
{
    public static ChangeSums Of(PixelBuffer original, PixelBuffer cloaked, int top, int rows)
    {
        var deviation = FlatRegions.Deviation(original, top, rows);
        var width = original.Width;
        var delta = new float[3 * width * rows];
        var (pixels, squares, largest, flatPixels, flatSquares) = (0L, 0.0, 0, 0L, 0.0);
        for (var i = 0; i < width * rows; i++)
        {
            var pixel = 4 * ((top * width) + i);
            if (original.Rgba[pixel + 3] == 0)
            {
                continue;
            }

            var square = 0.0;
            for (var c = 0; c < 3; c++)
            {
                var change = cloaked.Rgba[pixel + c] - original.Rgba[pixel + c];
                delta[(c * width * rows) + i] = change * (original.Rgba[pixel + 3] / 255f);
                square += change * change;
                largest = Math.Max(largest, Math.Abs(change));
            }

            pixels++;
            squares += square;
            if (deviation[i] < 1)
            {
                flatPixels++;
                flatSquares += square;
            }
        }

        var perceptual = new PerceptualDistance(VisibilityMask.Strip(original, top, rows), width, rows).Evaluate(delta, new float[delta.Length]);
        return new ChangeSums(rows, pixels, squares, largest, flatPixels, flatSquares, perceptual * perceptual);
    }
}
