using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>
/// The adjoint of a strided convolution as one convolution at the low resolution that makes s·s channels per input
/// channel, one for each position modulo the stride, and a DepthToSpace that interleaves them.
/// <para>
/// Measured on 2026-11-22 on a busy machine with the two embedded encoders at 512², ONNX Runtime 1.30's CPU provider, one thread,
/// smallest times summed over the three strided layers, in ms, encoder a / b: ConvTranspose 70 / 44; this way 25 + 28 / 29 + 18
/// (convolution + DepthToSpace). A whole step takes the same processor time either way (439 against 433, 190 against 182, within
/// the noise), but the convolution spreads over threads and ConvTranspose's scattering of sums does not. One exact convolution per
/// phase with Concat, or Reshape and Transpose in place of DepthToSpace (also channels-last, where blocks move as a whole), gained nothing.
/// </para>
/// </summary>
internal static class PhasedConvolution
{
    /// <summary>Two spatial axes, one stride, no dilation.</summary>
    public static bool Fits(Window window) =>
        window.Rank == 2 && window.Strides[0] == window.Strides[1] && window.Dilations.All(dilation => dilation == 1);

    public static string Build(GraphBuilder graph, string adjoint, string name, OnnxTensor weights, Window window, int groups, IReadOnlyList<long> input)
    {
        var stride = window.Strides[0];
        var vertical = PhaseAxis.Plan(stride, window.Kernel[0], window.Before[0], input[2], graph.Shape(adjoint)[2]);
        var horizontal = PhaseAxis.Plan(stride, window.Kernel[1], window.Before[1], input[3], graph.Shape(adjoint)[3]);
        var phased = graph.Initializer(name + "_phases", Arrange(weights, groups, vertical, horizontal));
        long[] pads = [vertical.PadBefore, horizontal.PadBefore, vertical.PadAfter, horizontal.PadAfter];
        var cropped = EdgeCrop.CropNegativePads(graph, adjoint, pads);
        var channels = graph.Conv(cropped, phased, null, [1, 1], pads, groups, [1, 1]);
        var interleaved = graph.Node("DepthToSpace", [channels], ("blocksize", stride), ("mode", "CRD"));
        var trimmed = graph.Shape(interleaved).SequenceEqual(input)
            ? interleaved
            : graph.Node("Slice", [interleaved, graph.Constant(0, 0), graph.Constant(input[2], input[3]), graph.Constant(2, 3)]);
        return BlockedLayout.Enter(graph, trimmed);
    }

    // [M, C / g, k, k] to [C · s · s, M / g, taps, taps] with the phase innermost in the channel (DepthToSpace mode CRD).
    private static OnnxTensor Arrange(OnnxTensor weights, int groups, PhaseAxis vertical, PhaseAxis horizontal)
    {
        var source = weights.ToFloats();
        var (outputs, inputs) = ((int)weights.Shape[0] / groups, (int)weights.Shape[1]);
        var (height, width) = ((int)weights.Shape[2], (int)weights.Shape[3]);
        var (rows, columns, stride) = (vertical.Taps, horizontal.Taps, vertical.Stride);
        var result = new float[(long)inputs * groups * stride * stride * outputs * rows * columns];
        var position = 0;
        for (var channel = 0; channel < inputs * groups; channel++)
        {
            var (group, c) = (channel / inputs, channel % inputs);
            for (var phase = 0; phase < stride * stride; phase++)
            {
                for (var m = 0; m < outputs; m++)
                {
                    for (var tap = 0; tap < rows * columns; tap++, position++)
                    {
                        var row = vertical.KernelIndex(phase / stride, tap / columns);
                        var column = horizontal.KernelIndex(phase % stride, tap % columns);
                        if (row >= 0 && row < height && column >= 0 && column < width)
                        {
                            result[position] = source[((((((group * outputs) + m) * inputs) + c) * height) + row) * width + column];
                        }
                    }
                }
            }
        }

        return OnnxTensor.FromFloats([inputs * groups * stride * stride, outputs, rows, columns], result);
    }
}
