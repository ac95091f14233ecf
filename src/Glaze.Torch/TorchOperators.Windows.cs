using static TorchSharp.torch;

namespace Glaze.Torch;

/// <content>Convolution and pooling, NCHW.</content>
internal static partial class TorchOperators
{
    private static readonly long[] One = [1, 1];

    private static Tensor Conv(TorchNode n)
    {
        n.RequireStatedWindow();
        var (x, padding) = Padded(n, 0);
        return nn.functional.conv2d(x, n.I(1), n.Optional(2), n.Ints("strides") ?? One, padding, n.Ints("dilations") ?? One, n.Int("group", 1));
    }

    private static Tensor MaxPool(TorchNode n)
    {
        n.RequireStatedWindow();
        var (x, padding) = Padded(n, double.NegativeInfinity);
        return nn.functional.max_pool2d(x, Kernel(n), n.Ints("strides") ?? One, padding, n.Ints("dilations") ?? One, n.Int("ceil_mode", 0) != 0);
    }

    private static Tensor AveragePool(TorchNode n)
    {
        n.RequireStatedWindow();
        if (n.Ints("pads") is { } pads && pads.Any(extent => extent != 0))
        {
            throw n.Unsupported("averages over padding are not computed");
        }

        return nn.functional.avg_pool2d(n.I(0), Kernel(n), n.Ints("strides") ?? One, ceil_mode: n.Int("ceil_mode", 0) != 0);
    }

    private static long[] Kernel(TorchNode n) => n.Ints("kernel_shape") ?? throw n.Unsupported("the window has no size");

    // ONNX pads top, left, bottom, right; libtorch's windows pad opposite sides alike, and its pad counts from the last axis.
    private static (Tensor X, long[] Padding) Padded(TorchNode n, double value)
    {
        var pads = n.Ints("pads") ?? [0, 0, 0, 0];
        return pads[0] == pads[2] && pads[1] == pads[3]
            ? (n.I(0), [pads[0], pads[1]])
            : (nn.functional.pad(n.I(0), [pads[1], pads[3], pads[0], pads[2]], value: value), [0, 0]);
    }
}
