
namespace Glaze.Autodiff.Tests.GradientChecks;

/// <content>Convolutions.</content>
internal static partial class GradientCases
{
    private static IEnumerable<GradientCase> Windows() =>
    [
        Convolution("3×3, same", [1, 2, 6, 5], [3, 2, 3, 3], 1, [1, 1, 1, 1]),
        Convolution("3×3, no padding, batch of 2", [2, 2, 6, 5], [3, 2, 3, 3], 1, [0, 0, 0, 0]),
        Convolution("3×3, more padding than the kernel reaches", [1, 2, 4, 5], [3, 2, 3, 3], 1, [3, 4, 3, 2]),
        Convolution("few channels in blocks, 3×3", [2, 3, 6, 8], [5, 3, 3, 3], 1, [1, 1, 1, 1]),
        Convolution("few channels in blocks, 4×5, asymmetric padding", [1, 4, 8, 6], [3, 4, 4, 5], 1, [2, 1, 0, 3]),
        Convolution("few channels in blocks, more padding than the kernel reaches", [1, 2, 4, 6], [3, 2, 3, 3], 1, [3, 4, 3, 2]),
        Convolution("asymmetric padding", [1, 2, 6, 5], [3, 2, 3, 2], 1, [0, 1, 2, 0]),
        Convolution("2 groups", [1, 4, 5, 5], [6, 2, 3, 3], 1, [1, 1, 1, 1], groups: 2),
        Convolution("depthwise", [1, 3, 5, 5], [3, 1, 3, 3], 1, [1, 1, 1, 1], groups: 3),
        Convolution("dilation 2", [1, 2, 8, 7], [3, 2, 3, 3], 1, [2, 2, 2, 2], dilation: 2),
        Convolution("stride 2, even size", [1, 3, 8, 6], [4, 3, 3, 3], 2, [1, 1, 1, 1]),
        Convolution("stride 2, odd size", [1, 3, 7, 9], [4, 3, 3, 3], 2, [1, 1, 1, 1]),
        Convolution("stride 2, 5×5", [1, 3, 8, 8], [4, 3, 5, 5], 2, [2, 2, 2, 2]),
        Convolution("stride 2, 4×4, asymmetric padding", [1, 2, 9, 8], [3, 2, 4, 4], 2, [1, 0, 2, 1]),
        Convolution("stride 2, padding after only", [1, 3, 8, 8], [4, 3, 3, 3], 2, [0, 0, 1, 1]),
        Convolution("stride 2, 1×1", [1, 3, 8, 7], [4, 3, 1, 1], 2, [0, 0, 0, 0]),
        Convolution("stride 2, 16 channels", [1, 16, 6, 7], [5, 16, 3, 3], 2, [1, 1, 1, 1]),
        Convolution("stride 2, 16 channels, 1×1", [2, 16, 6, 7], [5, 16, 1, 1], 2, [0, 0, 0, 0]),
        Convolution("stride 2, 2 groups of 16 channels, 5×5", [2, 32, 6, 6], [4, 16, 5, 5], 2, [2, 2, 2, 2], groups: 2),
        Convolution("stride 3, 16 channels", [1, 16, 7, 8], [4, 16, 4, 4], 3, [1, 2, 1, 0]),
        Convolution("stride 2, 2 groups", [1, 4, 8, 8], [6, 2, 3, 3], 2, [1, 1, 1, 1], groups: 2),
        Convolution("stride 3, rest left over", [1, 2, 10, 11], [3, 2, 3, 3], 3, [0, 0, 0, 0]),
        Convolution("stride 4, patches", [1, 3, 8, 8], [5, 3, 4, 4], 4, [0, 0, 0, 0]),
        Convolution("stride 2, dilation 2", [1, 2, 9, 9], [3, 2, 3, 3], 2, [2, 2, 2, 2], dilation: 2),
        Case("Conv", "strides 1 and 2", g => g.Graph.Conv(g.X(1, 2, 6, 8), g.W(3, 2, 3, 3), null, [1, 2], [1, 1, 1, 1], 1, [1, 1])).Linear(),
        Case("Conv", "one axis", g => g.Graph.Conv(g.X(1, 2, 9), g.W(3, 2, 3), null, [1], [1, 1], 1, [1])).Linear(),
        Case("Conv", "one axis, stride 2", g => g.Graph.Conv(g.X(1, 2, 9), g.W(3, 2, 3), null, [2], [1, 1], 1, [1])).Linear(),
        Case("Conv", "bias", g => g.Graph.Conv(g.X(1, 2, 5, 5), g.W(3, 2, 3, 3), g.W(3))),
        Case("Conv", "automatic padding, stride 2", g => g.Graph.Node("Conv", [g.X(1, 2, 7, 6), g.W(3, 2, 3, 3)], ("auto_pad", "SAME_UPPER"), ("strides", new long[] { 2, 2 }))).Linear(),
        Case("Conv", "weights computed in the graph", g => g.Graph.Conv(g.X(1, 2, 5, 5), g.Graph.Mul(g.W(3, 2, 3, 3), 0.5), stride: 2)).Linear(),
        Transposed("stride 1", [1, 3, 5, 4], [3, 2, 3, 3], 1, [1, 1, 1, 1], 0),
        Transposed("stride 2", [1, 3, 4, 4], [3, 2, 3, 3], 2, [1, 1, 1, 1], 0),
        Transposed("stride 2, output padding", [1, 3, 4, 4], [3, 2, 3, 3], 2, [1, 1, 1, 1], 1),
        Transposed("stride 2, asymmetric padding", [1, 3, 4, 4], [3, 2, 4, 4], 2, [0, 1, 1, 2], 0),
        Transposed("2 groups", [1, 4, 4, 4], [4, 2, 3, 3], 2, [1, 1, 1, 1], 1, groups: 2),
        Transposed("dilation 2", [1, 2, 5, 5], [2, 3, 3, 3], 1, [0, 0, 0, 0], 0, dilation: 2),
    ];

    private static GradientCase Convolution(string variant, long[] input, long[] weights, long stride, long[] pads, int groups = 1, long dilation = 1) =>
        Case("Conv", variant, g => g.Graph.Conv(g.X(input), g.W(weights), null, [stride, stride], pads, groups, [dilation, dilation])).Linear();

    private static GradientCase Transposed(string variant, long[] input, long[] weights, long stride, long[] pads, long extra, int groups = 1, long dilation = 1) =>
        Case(
            "ConvTranspose",
            variant,
            g => g.Graph.Node(
                "ConvTranspose",
                [g.X(input), g.W(weights)],
                ("dilations", new[] { dilation, dilation }),
                ("group", groups),
                ("output_padding", new[] { extra, extra }),
                ("pads", pads),
                ("strides", new[] { stride, stride }))).Linear();
}
