using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>
/// The adjoint of a strided convolution at the low resolution: for each column modulo the stride one convolution, with exactly the
/// taps that reach those columns, that makes one channel for each row modulo the stride; then <see cref="PhaseInterleave"/>.
/// <para>
/// Measured on 2026-11-22 with ONNX Runtime 1.30's CPU provider, two threads, with the layers around it, medians of 25 in ms, for
/// 32 channels to 16×512², 64 to 32×256², 96 to 64×128², 48 to 32×256²: one convolution for all phases with DepthToSpace 56, 29, 18,
/// 28; one with slices and Concat 46, 25, 15, 23; this way 44, 22, 16, 20; one convolution a phase 56, 22, 13, 20 (16 channels
/// fill the processor badly). So few channels that all phases fit one block of 16 stay one convolution. ConvTranspose scatters its sums on one thread.
/// </para>
/// </summary>
internal static class PhasedConvolution
{
    /// <summary>Two spatial axes, one stride, no dilation.</summary>
    public static bool Fits(Window window) =>
        window.Rank == 2 && window.Strides[0] == window.Strides[1] && window.Dilations.All(dilation => dilation == 1);

    public static string Build(GraphBuilder graph, string adjoint, string name, OnnxTensor weights, Window window, int groups, IReadOnlyList<long> input)
    {
        var (stride, output) = ((int)window.Strides[0], graph.Shape(adjoint));
        var vertical = PhaseAxis.Plan(stride, window.Kernel[0], window.Before[0], input[2], output[2], 0, stride - 1);
        var columns = groups == 1 && input[1] * stride * stride <= BlockedLayout.Block
            ? PhaseInterleave.SplitColumns(graph, Column(0, stride - 1), stride)
            : [.. Enumerable.Range(0, stride).Select(phase => Column(phase, phase))];
        var interleaved = PhaseInterleave.Build(graph, columns);
        var trimmed = graph.Shape(interleaved).SequenceEqual(input)
            ? interleaved
            : graph.Node("Slice", [interleaved, graph.Constant(0, 0), graph.Constant(input[2], input[3]), graph.Constant(2, 3)]);
        return BlockedLayout.Enter(graph, trimmed);

        string Column(int from, int to)
        {
            var horizontal = PhaseAxis.Plan(stride, window.Kernel[1], window.Before[1], input[3], output[3], from, to);
            var phased = graph.Initializer($"{name}_phases", Arrange(weights, groups, vertical, horizontal, from, to));
            long[] pads = [vertical.PadBefore, horizontal.PadBefore, vertical.PadAfter, horizontal.PadAfter];
            var cropped = EdgeCrop.CropNegativePads(graph, adjoint, pads);
            return graph.Conv(cropped, phased, null, [1, 1], pads, groups, [1, 1]);
        }
    }

    // [M, C / g, k, k] to [n · C · s, M / g, taps, taps] for n column phases, these outermost in the channel, the row phase innermost.
    private static OnnxTensor Arrange(OnnxTensor weights, int groups, PhaseAxis vertical, PhaseAxis horizontal, int from, int to)
    {
        var source = weights.ToFloats();
        var (outputs, inputs) = ((int)weights.Shape[0] / groups, (int)weights.Shape[1]);
        var (height, width) = ((int)weights.Shape[2], (int)weights.Shape[3]);
        var (rows, columns, stride) = (vertical.Taps, horizontal.Taps, vertical.Stride);
        var perColumn = inputs * groups * stride;
        var result = new float[(long)(to - from + 1) * perColumn * outputs * rows * columns];
        var position = 0;
        for (var channel = 0; channel < (to - from + 1) * perColumn; channel++)
        {
            var (right, below) = (from + (channel / perColumn), channel % stride);
            var (group, c) = (channel % perColumn / stride / inputs, channel / stride % inputs);
            for (var m = 0; m < outputs; m++)
            {
                for (var tap = 0; tap < rows * columns; tap++, position++)
                {
                    var row = vertical.KernelIndex(below, tap / columns);
                    var column = horizontal.KernelIndex(right, tap % columns);
                    if (row >= 0 && row < height && column >= 0 && column < width)
                    {
                        result[position] = source[((((((group * outputs) + m) * inputs) + c) * height) + row) * width + column];
                    }
                }
            }
        }

        return OnnxTensor.FromFloats([(to - from + 1) * perColumn, outputs, rows, columns], result, weights.Type);
    }
}
