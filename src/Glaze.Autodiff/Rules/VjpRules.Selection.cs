using Glaze.Autodiff.Geometry;
using Glaze.Onnx;
using Glaze.Onnx.Shapes;

namespace Glaze.Autodiff.Rules;

/// <content>Operators that join, cut and frame.</content>
internal static partial class VjpRules
{
    // y = [a, b, …] ⇒ da, db, … = the pieces of dy
    private static string?[] Concat(VjpContext v)
    {
        var rank = v.Shape(v.O(0)).Length;
        var axis = v.Node.GetInt("axis", 0);
        var dimension = (int)(axis < 0 ? axis + rank : axis);
        var adjoints = new string?[v.Node.Inputs.Count];
        var start = 0L;
        for (var index = 0; index < adjoints.Length; index++)
        {
            var size = v.Shape(v.I(index))[dimension];
            adjoints[index] = v.Wants(index) ? v.Graph.Slice(v.GO(0), dimension, start, start + size) : null;
            start += size;
        }

        return adjoints;
    }

    // a, b, … = pieces of x ⇒ dx = [da, db, …], zeros for pieces nothing depends on
    private static string?[] Split(VjpContext v)
    {
        string[] pieces = [.. Enumerable.Range(0, v.Node.Outputs.Count).Select(v.GO)];
        return v.OnlyFirst(v.Graph.Node("Concat", pieces, ("axis", v.Node.GetInt("axis", 0))));
    }

    // y = x[start::step] ⇒ dx = dy put back at those places, zeros elsewhere
    private static string?[] Slice(VjpContext v)
    {
        var shape = v.Shape(v.I(0));
        var (starts, ends) = (v.Constant(1).ToInt64s(), v.Constant(2).ToInt64s());
        var axes = v.HasI(3) ? v.Constant(3).ToInt64s() : [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        var steps = v.HasI(4) ? v.Constant(4).ToInt64s() : null;
        var adjoint = v.GO(0);
        var pads = new long[2 * shape.Length];
        for (var index = 0; index < starts.Length; index++)
        {
            var axis = (int)(axes[index] < 0 ? axes[index] + shape.Length : axes[index]);
            var range = SliceRange.Resolve(starts[index], ends[index], steps?[index] ?? 1, shape[axis]);
            if (range.Count == 0)
            {
                return v.OnlyFirst(v.Graph.Constant(OnnxTensor.Filled(shape, 0, v.Type(v.I(0)))));
            }

            adjoint = StridedPlacement.Spread(v.Graph, adjoint, axis, range);
            var lowest = range.Step > 0 ? range.Start : range.Start + (range.Step * (range.Count - 1));
            pads[axis] = lowest;
            pads[axis + shape.Length] = shape[axis] - lowest - v.Shape(adjoint)[axis];
        }

        return v.OnlyFirst(StridedPlacement.Frame(v.Graph, adjoint, pads));
    }

    // y = x framed ⇒ constant frame: dx = the inside of dy. Reflected or repeated edges also fold the frame back in.
    private static string?[] Pad(VjpContext v)
    {
        var shape = v.Shape(v.I(0));
        var given = v.Constant(1).ToInt64s();
        var axes = v.HasI(3) ? v.Constant(3).ToInt64s() : [.. Enumerable.Range(0, shape.Length).Select(axis => (long)axis)];
        var mode = v.Node.GetString("mode", "constant");
        var adjoint = v.GO(0);
        var pads = new long[2 * shape.Length];
        for (var index = 0; index < axes.Length; index++)
        {
            var axis = (int)(axes[index] < 0 ? axes[index] + shape.Length : axes[index]);
            var (before, after) = (given[index], given[index + axes.Length]);
            if (mode is "constant")
            {
                (pads[axis], pads[axis + shape.Length]) = (-before, -after);
            }
            else if (before != 0 || after != 0)
            {
                var map = AxisMap.ForPadding(mode, shape[axis], before, after) ?? throw v.Unsupported($"mode '{mode}' is not supported");
                adjoint = map.ApplyAdjoint(v.Graph, adjoint, axis);
            }
        }

        return v.OnlyFirst(StridedPlacement.Frame(v.Graph, adjoint, pads));
    }
}
