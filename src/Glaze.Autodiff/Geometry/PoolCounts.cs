using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>How many elements each mean of an AveragePool divides by.</summary>
internal static class PoolCounts
{
    /// <summary>One over the count for every output place, row-major.</summary>
    public static float[] Reciprocal(OnnxNode node, Window window, long[] input, long[] output)
    {
        var includePads = node.GetInt("count_include_pad", 0) != 0;
        var declared = node.GetInts("pads");
        var counts = new[] { 1f };
        for (var axis = 0; axis < window.Rank; axis++)
        {
            // Rounding up may add a window past the declared padding; those places never count.
            var end = input[axis] + (declared is null ? Math.Max(window.After[axis], 0) : declared[axis + window.Rank]);
            var (low, high) = includePads ? (-window.Before[axis], end) : (0, input[axis]);
            var line = new float[output[axis]];
            for (var place = 0; place < line.Length; place++)
            {
                var start = (place * window.Strides[axis]) - window.Before[axis];
                line[place] = Enumerable.Range(0, (int)window.Kernel[axis])
                    .Select(tap => start + (tap * window.Dilations[axis]))
                    .Count(position => position >= low && position < high);
            }

            counts = [.. counts.SelectMany(left => line.Select(right => left * right))];
        }

        return [.. counts.Select(count => 1 / count)];
    }
}
