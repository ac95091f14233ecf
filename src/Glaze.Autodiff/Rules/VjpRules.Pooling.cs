using Glaze.Autodiff.Geometry;
using Glaze.Onnx;

namespace Glaze.Autodiff.Rules;

/// <content>Pooling.</content>
internal static partial class VjpRules
{
    // y = mean over the image ⇒ dx = dy / (H·W) repeated
    private static string?[] GlobalAveragePool(VjpContext v) =>
        v.OnlyFirst(v.Mul(v.GO(0), 1.0 / Elements(v.Shape(v.I(0))[2..])));

    // y = Σ window x / n ⇒ dx = the adjoint of a convolution with ones, per channel, of dy / n
    private static string?[] AveragePool(VjpContext v)
    {
        var (input, output) = (v.Shape(v.I(0)), v.Shape(v.O(0)));
        var window = Window.Read(v.Node, v.Node.GetInts("kernel_shape")!, input, output);
        var counts = PoolCounts.Reciprocal(v.Node, window, input[2..], output[2..]);
        if (IsTiling(window, input) && window.Rank == 2)
        {
            // Windows that tile the image: repeat each mean's share over its window.
            return v.OnlyFirst(Enlarge(v, v.Mul(v.GO(0), counts[0]), window));
        }

        var shares = counts.Distinct().Count() == 1
            ? v.Mul(v.GO(0), counts[0])
            : v.Mul(v.GO(0), v.Graph.Constant(OnnxTensor.FromFloats([1, 1, .. output[2..]], counts)));
        var ones = v.Graph.Initializer("pool_ones", OnnxTensor.Filled([input[1], 1, .. window.Kernel], 1));
        return v.OnlyFirst(ConvolutionAdjoint.Build(v.Graph, shares, ones, window, (int)input[1], input));
    }

    // y = max over the window ⇒ dx = dy at the first place where the maximum is attained. For each place in the window,
    // that is the elements x under it where x = y and no earlier place was equal; they are put back by a one-hot kernel.
    private static string?[] MaxPool(VjpContext v)
    {
        var (input, output) = (v.Shape(v.I(0)), v.Shape(v.O(0)));
        var window = Window.Read(v.Node, v.Node.GetInts("kernel_shape")!, input, output);
        if (window.Rank != 2)
        {
            throw v.Unsupported("only pooling over two axes is supported");
        }

        var graph = v.Graph;
        var padded = PadWithLowest(v, window);
        var rest = v.GO(0);
        var zero = v.Number(0);
        var taps = window.Kernel[0] * window.Kernel[1];
        var pieces = new string[taps];
        for (var tap = 0L; tap < taps; tap++)
        {
            var under = Under(v, padded, window, tap / window.Kernel[1], tap % window.Kernel[1], output);
            var equal = v.Equal(under, v.O(0));
            var piece = v.Where(equal, rest, zero);
            pieces[tap] = v.Reshape(piece, [output[0], output[1], 1, output[2], output[3]]);
            rest = tap == taps - 1 ? rest : v.Where(equal, zero, rest);
        }

        var stacked = v.Reshape(graph.Concat(2, pieces), [output[0], output[1] * taps, output[2], output[3]]);
        if (IsTiling(window, input) && window.Kernel[0] == window.Kernel[1])
        {
            return v.OnlyFirst(graph.Node("DepthToSpace", [stacked], ("blocksize", window.Kernel[0]), ("mode", "CRD")));
        }

        var oneHot = graph.Initializer("pool_places", OneHot((int)input[1], (int)taps, window.Kernel));
        return v.OnlyFirst(ConvolutionAdjoint.Build(graph, stacked, oneHot, window, (int)input[1], input));
    }

    private static string PadWithLowest(VjpContext v, Window window)
    {
        long[] pads = [0, 0, .. window.Before.Select(pad => Math.Max(pad, 0)), 0, 0, .. window.After.Select(pad => Math.Max(pad, 0))];
        return pads.All(pad => pad == 0)
            ? v.I(0)
            : v.Graph.Node("Pad", [v.I(0), v.Graph.Constant(pads), v.Number(float.MinValue)]);
    }

    private static string Under(VjpContext v, string padded, Window window, long row, long column, long[] output)
    {
        var (top, left) = (row * window.Dilations[0], column * window.Dilations[1]);
        var (bottom, right) = (top + (window.Strides[0] * (output[2] - 1)) + 1, left + (window.Strides[1] * (output[3] - 1)) + 1);
        var graph = v.Graph;
        return graph.Node(
            "Slice",
            [padded, graph.Constant(top, left), graph.Constant(bottom, right), graph.Constant(2, 3), graph.Constant(window.Strides)]);
    }

    private static OnnxTensor OneHot(int channels, int taps, long[] kernel)
    {
        var values = new float[channels * taps * taps];
        for (var index = 0; index < channels * taps; index++)
        {
            values[(index * taps) + (index % taps)] = 1;
        }

        return OnnxTensor.FromFloats([channels * taps, 1, .. kernel], values);
    }

    private static string Enlarge(VjpContext v, string value, Window window) => v.Graph.Node(
        "Resize",
        [value, string.Empty, v.Graph.Constant(OnnxTensor.FromFloats([4], [1, 1, window.Kernel[0], window.Kernel[1]]))],
        ("coordinate_transformation_mode", "asymmetric"),
        ("mode", "nearest"),
        ("nearest_mode", "floor"));

    private static bool IsTiling(Window window, long[] input) =>
        window.Kernel.SequenceEqual(window.Strides) && window.Before.Concat(window.After).All(pad => pad == 0)
        && window.Dilations.All(dilation => dilation == 1) && Enumerable.Range(0, window.Rank).All(axis => input[axis + 2] % window.Kernel[axis] == 0);
}
