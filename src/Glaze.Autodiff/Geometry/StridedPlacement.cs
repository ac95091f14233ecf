using Glaze.Onnx;
using Glaze.Onnx.Shapes;

namespace Glaze.Autodiff.Geometry;

/// <summary>Puts values at regular places among zeros: the adjoint of strided slicing.</summary>
internal static class StridedPlacement
{
    /// <summary>Spreads an axis so that its elements lie |step| apart with zeros between, from the lowest place to the highest.</summary>
    public static string Spread(GraphBuilder graph, string value, int axis, SliceRange range)
    {
        if (range.Step < 0)
        {
            value = graph.Slice(value, axis, -1, long.MinValue + 1, -1);
        }

        var step = Math.Abs(range.Step);
        if (step == 1 || range.Count == 1)
        {
            return value;
        }

        // [n] → [n, 1] → zeros to [n, step] → [n · step] → without the zeros after the last element
        var shape = graph.Shape(value);
        var spread = graph.Reshape(value, [.. shape.Take(axis + 1), 1, .. shape.Skip(axis + 1)]);
        var pads = new long[2 * (shape.Count + 1)];
        pads[shape.Count + 1 + axis + 1] = step - 1;
        spread = graph.Node("Pad", [spread, graph.Constant(pads)]);
        spread = graph.Reshape(spread, [.. shape.Take(axis), shape[axis] * step, .. shape.Skip(axis + 1)]);
        return graph.Slice(spread, axis, 0, (shape[axis] * step) - (step - 1));
    }

    /// <summary>Adds zeros on each side, or crops where a pad is negative.</summary>
    public static string Frame(GraphBuilder graph, string value, long[] pads)
    {
        var rank = pads.Length / 2;
        var shape = graph.Shape(value);
        long[] axes = [.. Enumerable.Range(0, rank).Where(axis => pads[axis] < 0 || pads[axis + rank] < 0).Select(axis => (long)axis)];
        if (axes.Length > 0)
        {
            long[] starts = [.. axes.Select(axis => Math.Max(-pads[axis], 0))];
            long[] ends = [.. axes.Select(axis => shape[(int)axis] - Math.Max(-pads[axis + rank], 0))];
            value = graph.Node("Slice", [value, graph.Constant(starts), graph.Constant(ends), graph.Constant(axes)]);
        }

        long[] grown = [.. pads.Select(pad => Math.Max(pad, 0))];
        return grown.All(pad => pad == 0) ? value : graph.Node("Pad", [value, graph.Constant(grown)]);
    }
}
