using System.Numerics.Tensors;

namespace Glaze.Cloaking.Budget;

/// <summary>Mean and minimum over square windows of one plane, cut at the borders.</summary>
internal static class LocalWindows
{
    /// <summary>Replaces each value by the mean of its (2·radius + 1)² window.</summary>
    public static void Mean(float[] plane, int width, int height, int radius)
    {
        var line = new double[Math.Max(width, height) + 1];
        for (var y = 0; y < height; y++)
        {
            MeanLine(plane, y * width, 1, width, radius, line);
        }

        for (var x = 0; x < width; x++)
        {
            MeanLine(plane, x, width, height, radius, line);
        }
    }

    /// <summary>Replaces each value by the smallest of its (2·radius + 1)² window.</summary>
    public static void Minimum(float[] plane, int width, int height, int radius)
    {
        var line = new float[Math.Max(width, height)];
        for (var y = 0; y < height; y++)
        {
            MinimumLine(plane, y * width, 1, width, radius, line);
        }

        for (var x = 0; x < width; x++)
        {
            MinimumLine(plane, x, width, height, radius, line);
        }
    }

    /// <summary>
    /// Replaces each value by the smallest within an octagon of (about) the radius: half of it a square, half a diamond. A square
    /// alone would leave its straight sides in whatever is made of the result.
    /// </summary>
    public static void MinimumOctagon(float[] plane, int width, int height, int radius)
    {
        var half = (radius + 1) / 2;
        Minimum(plane, width, height, half);
        var before = new float[plane.Length];
        for (var pass = 0; pass < half; pass++)
        {
            plane.CopyTo(before, 0);
            MinimumOfNeighbours(before, plane, width, height);
        }
    }

    // The smallest of a value and its four neighbours; repeated, it makes a diamond.
    private static void MinimumOfNeighbours(ReadOnlySpan<float> from, Span<float> to, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var row = y * width;
            var target = to.Slice(row, width);
            TensorPrimitives.Min(target[1..], from.Slice(row, width - 1), target[1..]);
            TensorPrimitives.Min(target[..^1], from.Slice(row + 1, width - 1), target[..^1]);
            if (y > 0)
            {
                TensorPrimitives.Min(target, from.Slice(row - width, width), target);
            }

            if (y < height - 1)
            {
                TensorPrimitives.Min(target, from.Slice(row + width, width), target);
            }
        }
    }

    private static void MeanLine(float[] plane, int start, int stride, int count, int radius, double[] sums)
    {
        sums[0] = 0;
        for (var i = 0; i < count; i++)
        {
            sums[i + 1] = sums[i] + plane[start + (i * stride)];
        }

        for (var i = 0; i < count; i++)
        {
            var from = Math.Max(0, i - radius);
            var to = Math.Min(count, i + radius + 1);
            plane[start + (i * stride)] = (float)((sums[to] - sums[from]) / (to - from));
        }
    }

    private static void MinimumLine(float[] plane, int start, int stride, int count, int radius, float[] line)
    {
        for (var i = 0; i < count; i++)
        {
            line[i] = plane[start + (i * stride)];
        }

        for (var i = 0; i < count; i++)
        {
            var smallest = line[i];
            for (var k = Math.Max(0, i - radius); k < Math.Min(count, i + radius + 1); k++)
            {
                smallest = Math.Min(smallest, line[k]);
            }

            plane[start + (i * stride)] = smallest;
        }
    }
}
