using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>Replaces negative padding, which convolutions do not accept, by a Slice in front.</summary>
internal static class EdgeCrop
{
    /// <summary>Crops what negative pads ask for and sets those pads to 0.</summary>
    /// <param name="graph">Graph to add to.</param>
    /// <param name="value">Value of rank 2 + pads / 2.</param>
    /// <param name="pads">Pads before each spatial axis, then after each; changed in place.</param>
    public static string CropNegativePads(GraphBuilder graph, string value, long[] pads)
    {
        if (pads.All(pad => pad >= 0))
        {
            return value;
        }

        var rank = pads.Length / 2;
        var shape = graph.Shape(value);
        var (starts, ends, axes) = (new long[rank], new long[rank], new long[rank]);
        for (var axis = 0; axis < rank; axis++)
        {
            axes[axis] = axis + 2;
            starts[axis] = Math.Max(-pads[axis], 0);
            ends[axis] = shape[axis + 2] - Math.Max(-pads[axis + rank], 0);
        }

        for (var index = 0; index < pads.Length; index++)
        {
            pads[index] = Math.Max(pads[index], 0);
        }

        return graph.Node("Slice", [value, graph.Constant(starts), graph.Constant(ends), graph.Constant(axes)]);
    }
}
