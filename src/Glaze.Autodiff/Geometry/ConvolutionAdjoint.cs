using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>The adjoint of y = Conv(x, W) with respect to x, by the fastest route the geometry allows.</summary>
internal static class ConvolutionAdjoint
{
    /// <summary>Adds the nodes for dx.</summary>
    /// <param name="graph">Graph to add to.</param>
    /// <param name="adjoint">dy, [N, M, out…].</param>
    /// <param name="weights">W, [M, C / groups, kernel…].</param>
    /// <param name="window">Geometry of the forward convolution.</param>
    /// <param name="groups">Channel groups.</param>
    /// <param name="input">Shape of x, [N, C, in…].</param>
    public static string Build(GraphBuilder graph, string adjoint, string weights, Window window, int groups, IReadOnlyList<long> input)
    {
        if (graph.TryConstant(weights) is { Type: ElementType.Float or ElementType.Float16 } constant)
        {
            if (window.Strides.All(stride => stride == 1))
            {
                return PixelBlockConvolution.Fits(window, groups, input)
                    ? PixelBlockConvolution.Build(graph, adjoint, weights, constant, window, input)
                    : Flipped(graph, adjoint, weights, constant, window, groups);
            }

            if (PhasedConvolution.Fits(window))
            {
                return PhasedConvolution.Build(graph, adjoint, weights, constant, window, groups, input);
            }
        }

        return Transposed(graph, adjoint, weights, window, groups, input);
    }

    // dx = Conv(dy, W flipped in space and transposed in channels), padded by extent − 1 − pad.
    private static string Flipped(GraphBuilder graph, string adjoint, string name, OnnxTensor weights, Window window, int groups)
    {
        var rank = window.Rank;
        var pads = new long[2 * rank];
        for (var axis = 0; axis < rank; axis++)
        {
            pads[axis] = window.Extent(axis) - 1 - window.Before[axis];
            pads[axis + rank] = window.Extent(axis) - 1 - window.After[axis];
        }

        var flipped = graph.Initializer(name + "_flipped", KernelLayout.FlipAndTranspose(weights, groups));
        var cropped = EdgeCrop.CropNegativePads(graph, adjoint, pads);
        return graph.Conv(cropped, flipped, null, window.Strides, pads, groups, window.Dilations);
    }

    // Any stride, weights known or not.
    private static string Transposed(GraphBuilder graph, string adjoint, string weights, Window window, int groups, IReadOnlyList<long> input)
    {
        var rank = window.Rank;
        var pads = new long[2 * rank];
        var extra = new long[rank];
        for (var axis = 0; axis < rank; axis++)
        {
            pads[axis] = window.Before[axis];

            // A stride that does not divide leaves input rows after the last window: negative padding there.
            pads[axis + rank] = Math.Max(window.After[axis], 0);
            extra[axis] = Math.Max(-window.After[axis], 0);
        }

        var result = graph.Node(
            "ConvTranspose",
            [adjoint, weights],
            ("dilations", window.Dilations),
            ("group", groups),
            ("kernel_shape", window.Kernel),
            ("output_padding", extra),
            ("pads", pads),
            ("strides", window.Strides));
        return graph.Shape(result).SequenceEqual(input)
            ? result
            : throw new InvalidOperationException($"The adjoint convolution gave [{string.Join(", ", graph.Shape(result))}] for [{string.Join(", ", input)}].");
    }
}
