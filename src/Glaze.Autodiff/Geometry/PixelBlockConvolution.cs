using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>
/// The adjoint of a stride-1 convolution of few channels, such as an encoder's first layer: blocks of 2×2 pixels are computed at once,
/// as channels of a convolution with stride 2. ONNX Runtime's CPU provider computes 16 channels in the time of one, so that
/// 16·(K + 1)²/4 products a pixel take the place of 16·K². Measured as in <see cref="PhasedConvolution"/>, with the layer before it,
/// plain / this way: 16 channels to 3 at 512² 18.2 / 13.4, 64 to 3 at 256² 15.9 / 9.7.
/// </summary>
internal static class PixelBlockConvolution
{
    private const int Side = 2;

    /// <summary>Two even spatial axes, one group, no dilation, and so few channels that four times as many cost no more.</summary>
    public static bool Fits(Window window, int groups, IReadOnlyList<long> input) =>
        window.Rank == 2 && groups == 1 && window.Dilations.All(dilation => dilation == 1)
        && input[1] * Side * Side <= BlockedLayout.Block && input[2] % Side == 0 && input[3] % Side == 0;

    public static string Build(GraphBuilder graph, string adjoint, string name, OnnxTensor weights, Window window, IReadOnlyList<long> input)
    {
        var output = graph.Shape(adjoint);
        var pads = new long[4];
        for (var axis = 0; axis < 2; axis++)
        {
            // x[2u + b] takes W[k]·dy[2u + b + p − k], b + p − k from p − K + 1 to p + 1.
            pads[axis] = window.Kernel[axis] - 1 - window.Before[axis];
            pads[axis + 2] = input[axis + 2] - Side + window.Before[axis] + 1 - (output[axis + 2] - 1);
        }

        var blocks = graph.Initializer(name + "_blocks", Arrange(weights));
        var cropped = EdgeCrop.CropNegativePads(graph, adjoint, pads);
        var computed = graph.Conv(cropped, blocks, null, [Side, Side], pads, 1, [1, 1]);
        return PhaseInterleave.Build(graph, PhaseInterleave.SplitColumns(graph, computed, Side));
    }

    // [M, C, K, L] to [2·C·2, M, K + 1, L + 1]: the column in the block outermost in the channel, the row innermost.
    private static OnnxTensor Arrange(OnnxTensor weights)
    {
        var source = weights.ToFloats();
        var (outputs, channels, height, width) = ((int)weights.Shape[0], (int)weights.Shape[1], (int)weights.Shape[2], (int)weights.Shape[3]);
        var result = new float[Side * channels * Side * outputs * (height + 1) * (width + 1)];
        var position = 0;
        for (var channel = 0; channel < Side * channels * Side; channel++)
        {
            var (right, c, below) = (channel / (channels * Side), channel / Side % channels, channel % Side);
            for (var m = 0; m < outputs; m++)
            {
                for (var tap = 0; tap < (height + 1) * (width + 1); tap++, position++)
                {
                    var row = below + height - 1 - (tap / (width + 1));
                    var column = right + width - 1 - (tap % (width + 1));
                    if (row >= 0 && row < height && column >= 0 && column < width)
                    {
                        result[position] = source[(((((m * channels) + c) * height) + row) * width) + column];
                    }
                }
            }
        }

        return OnnxTensor.FromFloats([Side * channels * Side, outputs, height + 1, width + 1], result, weights.Type);
    }
}
