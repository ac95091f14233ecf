using Glaze.Imaging;

namespace Glaze.Cloaking.Canvas;

/// <summary>A planar image of working size, read at canvas coordinates by bilinear interpolation.</summary>
/// <param name="image">The image, C,H,W.</param>
/// <param name="canvasWidth">Width of the canvas in pixels.</param>
/// <param name="canvasHeight">Height of the canvas in pixels.</param>
internal sealed class InterpolatedField(PlanarImage image, int canvasWidth, int canvasHeight)
{
    /// <summary>Reads a window, planar C,H,W; mirrored beyond the canvas.</summary>
    public float[] Read(CanvasWindow window)
    {
        var plane = window.Width * window.Height;
        var values = new float[3 * plane];
        var columns = Enumerable.Range(window.X, window.Width).Select(x => Position(x, canvasWidth, image.Width)).ToArray();
        for (var y = 0; y < window.Height; y++)
        {
            var row = Position(window.Y + y, canvasHeight, image.Height);
            for (var c = 0; c < 3; c++)
            {
                var source = image.Values.AsSpan(c * image.Width * image.Height, image.Width * image.Height);
                var top = source.Slice(row.Index * image.Width, image.Width);
                var bottom = source.Slice(row.Next * image.Width, image.Width);
                var target = values.AsSpan((c * plane) + (y * window.Width), window.Width);
                for (var x = 0; x < target.Length; x++)
                {
                    var (index, next, weight) = columns[x];
                    var upper = top[index] + (weight * (top[next] - top[index]));
                    var lower = bottom[index] + (weight * (bottom[next] - bottom[index]));
                    target[x] = upper + (row.Weight * (lower - upper));
                }
            }
        }

        return values;
    }

    private static (int Index, int Next, float Weight) Position(int coordinate, int canvas, int length)
    {
        // Pixel centres: (i + ½)·length/canvas − ½.
        var position = Math.Clamp(((WindowPixels.Mirror(coordinate, canvas) + 0.5) * length / canvas) - 0.5, 0, length - 1);
        var index = (int)position;
        return (index, Math.Min(index + 1, length - 1), (float)(position - index));
    }
}
