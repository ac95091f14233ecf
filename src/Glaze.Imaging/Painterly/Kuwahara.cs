namespace Glaze.Imaging.Painterly;

/// <summary>
/// Kuwahara's filter: each pixel takes the mean of the calmest of four quadrants around it, which flattens areas and keeps edges.
/// </summary>
internal static class Kuwahara
{
    /// <summary>Filters a picture.</summary>
    /// <param name="request">Scale and cancellation.</param>
    /// <param name="image">The picture.</param>
    /// <param name="radius">Side of a quadrant, pixels at 512².</param>
    internal static PlanarImage Apply(PaintRequest request, PlanarImage image, float radius)
    {
        var (width, height) = (image.Width, image.Height);
        var reach = Math.Max(1, (int)(request.Pixels(radius) + 0.5f));
        var sums = new double[4][];
        WorkThreads.For(4, CancellationToken.None, c => sums[c] = c < 3 ? Integral(image, i => image.Values[(c * image.PlaneSize) + i]) : Integral(image, i => Square(image, i)));
        var result = new PlanarImage(width, height);
        request.ForRows(y =>
        {
            for (var x = 0; x < width; x++)
            {
                var best = double.MaxValue;
                for (var quadrant = 0; quadrant < 4; quadrant++)
                {
                    var left = Math.Max(0, (quadrant & 1) == 0 ? x - reach : x);
                    var right = Math.Min(width, (quadrant & 1) == 0 ? x + 1 : x + reach + 1);
                    var top = Math.Max(0, (quadrant & 2) == 0 ? y - reach : y);
                    var bottom = Math.Min(height, (quadrant & 2) == 0 ? y + 1 : y + reach + 1);
                    var area = (double)(right - left) * (bottom - top);
                    var r = Sum(sums[0], width, left, top, right, bottom) / area;
                    var g = Sum(sums[1], width, left, top, right, bottom) / area;
                    var b = Sum(sums[2], width, left, top, right, bottom) / area;
                    var variance = (Sum(sums[3], width, left, top, right, bottom) / area) - (r * r) - (g * g) - (b * b);
                    if (variance < best)
                    {
                        best = variance;
                        var i = (y * width) + x;
                        result.Values[i] = (float)r;
                        result.Values[i + image.PlaneSize] = (float)g;
                        result.Values[i + (2 * image.PlaneSize)] = (float)b;
                    }
                }
            }
        });
        return result;
    }

    private static double Square(PlanarImage image, int i)
    {
        var (r, g, b) = (image.Values[i], image.Values[i + image.PlaneSize], image.Values[i + (2 * image.PlaneSize)]);
        return (r * r) + (g * g) + (b * b);
    }

    // Summed-area table with a zero row and column in front.
    private static double[] Integral(PlanarImage image, Func<int, double> value)
    {
        var stride = image.Width + 1;
        var table = new double[(long)stride * (image.Height + 1)];
        for (var y = 0; y < image.Height; y++)
        {
            var row = 0.0;
            for (var x = 0; x < image.Width; x++)
            {
                row += value((y * image.Width) + x);
                table[((y + 1) * stride) + x + 1] = table[(y * stride) + x + 1] + row;
            }
        }

        return table;
    }

    private static double Sum(double[] table, int width, int left, int top, int right, int bottom)
    {
        var stride = width + 1;
        return table[(bottom * stride) + right] - table[(top * stride) + right] - table[(bottom * stride) + left] + table[(top * stride) + left];
    }
}
