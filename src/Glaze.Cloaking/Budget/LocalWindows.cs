using System.Numerics.Tensors;

namespace Glaze.Cloaking.Budget;

/// <summary>Mean and minimum over square windows of one plane, cut at the borders.</summary>
internal static class LocalWindows
{
    /// <summary>Replaces each value by the mean of its (2·radius + 1)² window.</summary>
    public static void Mean(float[] plane, int width, int height, int radius)
    {
        var line = new double[width + 1];
        for (var y = 0; y < height; y++)
        {
            MeanOfRow(plane.AsSpan(y * width, width), radius, line);
        }

        MeanOfColumns(plane, width, height, radius);
    }

    /// <summary>Replaces each value by the smallest of its (2·radius + 1)² window.</summary>
    public static void Minimum(float[] plane, int width, int height, int radius)
    {
        var narrow = new float[plane.Length];
        for (var y = 0; y < height; y++)
        {
            var source = plane.AsSpan(y * width, width);
            var target = narrow.AsSpan(y * width, width);
            source.CopyTo(target);
            for (var k = 1; k <= Math.Min(radius, width - 1); k++)
            {
                TensorPrimitives.Min(target[k..], source[..^k], target[k..]);
                TensorPrimitives.Min(target[..^k], source[k..], target[..^k]);
            }
        }

        for (var y = 0; y < height; y++)
        {
            var target = plane.AsSpan(y * width, width);
            narrow.AsSpan(y * width, width).CopyTo(target);
            for (var row = Math.Max(0, y - radius); row <= Math.Min(height - 1, y + radius); row++)
            {
                TensorPrimitives.Min(target, narrow.AsSpan(row * width, width), target);
            }
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

    private static void MeanOfRow(Span<float> row, int radius, double[] sums)
    {
        for (var i = 0; i < row.Length; i++)
        {
            sums[i + 1] = sums[i] + row[i];
        }

        for (var i = 0; i < row.Length; i++)
        {
            var from = Math.Max(0, i - radius);
            var to = Math.Min(row.Length, i + radius + 1);
            row[i] = (float)((sums[to] - sums[from]) / (to - from));
        }
    }

    // As for rows, all columns at once; of the sums down to each row only those are kept that a window still needs.
    private static void MeanOfColumns(float[] plane, int width, int height, int radius)
    {
        var kept = (2 * radius) + 2;
        var sums = new double[kept][];
        for (var i = 0; i < kept; i++)
        {
            sums[i] = new double[width];
        }

        var read = 0;
        for (var y = 0; y < height; y++)
        {
            var from = Math.Max(0, y - radius);
            var to = Math.Min(height, y + radius + 1);
            for (; read < to; read++)
            {
                var (before, after) = (sums[read % kept], sums[(read + 1) % kept]);
                var values = plane.AsSpan(read * width, width);
                for (var x = 0; x < values.Length; x++)
                {
                    after[x] = before[x] + values[x];
                }
            }

            var (first, last) = (sums[from % kept], sums[to % kept]);
            var target = plane.AsSpan(y * width, width);
            for (var x = 0; x < target.Length; x++)
            {
                target[x] = (float)((last[x] - first[x]) / (to - from));
            }
        }
    }
}
