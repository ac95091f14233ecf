using Glaze.Onnx;

namespace Glaze.Autodiff.Tests.GradientChecks;

/// <content>Pooling.</content>
internal static partial class GradientCases
{
    private static IEnumerable<GradientCase> Pools() =>
    [
        Average("tiles", [1, 2, 6, 4], 2, 2, [0, 0, 0, 0]),
        Average("tiles with a rest", [1, 2, 7, 5], 2, 2, [0, 0, 0, 0]),
        Average("overlapping", [1, 2, 7, 6], 3, 1, [0, 0, 0, 0]),
        Average("overlapping, stride 2", [1, 2, 7, 7], 3, 2, [0, 0, 0, 0]),
        Average("padding not counted", [1, 2, 6, 6], 3, 2, [1, 1, 1, 1]),
        Average("padding counted", [1, 2, 6, 6], 3, 1, [1, 1, 1, 1], ("count_include_pad", 1L)),
        Average("rounding up", [1, 2, 6, 7], 3, 2, [0, 0, 0, 0], ("ceil_mode", 1L)),
        Case("AveragePool", "one axis", g => g.Graph.Node("AveragePool", [g.X(1, 2, 8)], ("kernel_shape", new long[] { 2 }), ("strides", new long[] { 2 }))).Linear(),
        Case("GlobalAveragePool", "image", g => g.Graph.Node("GlobalAveragePool", [g.X(2, 3, 4, 5)])).Linear(),
        Maximum("tiles", [1, 2, 6, 4], 2, 2, [0, 0, 0, 0]),
        Maximum("tiles with a rest", [1, 2, 7, 5], 2, 2, [0, 0, 0, 0]),
        Maximum("overlapping, stride 2", [1, 2, 7, 7], 3, 2, [0, 0, 0, 0]),
        Maximum("overlapping, stride 1, padded", [1, 2, 5, 5], 3, 1, [1, 1, 1, 1]),
        Maximum("padded, stride 2", [1, 3, 8, 8], 3, 2, [1, 1, 1, 1]),
        Maximum("rounding up", [1, 2, 6, 6], 3, 2, [0, 0, 0, 0], ("ceil_mode", 1L)),
        Maximum("dilation 2", [1, 1, 7, 7], 2, 1, [0, 0, 0, 0], ("dilations", new long[] { 2, 2 })),
    ];

    private static GradientCase Average(string variant, long[] input, long kernel, long stride, long[] pads, params (string, OnnxAttribute)[] more) =>
        Case("AveragePool", variant, g => Pool(g, "AveragePool", g.X(input), kernel, stride, pads, more)).Linear();

    private static GradientCase Maximum(string variant, long[] input, long kernel, long stride, long[] pads, params (string, OnnxAttribute)[] more) =>
        Case("MaxPool", variant, g => Pool(g, "MaxPool", g.X(Values.Distinct, input), kernel, stride, pads, more));

    private static string Pool(CaseGraph g, string operatorName, string x, long kernel, long stride, long[] pads, (string, OnnxAttribute)[] more) =>
        g.Graph.Node(operatorName, [x], [("kernel_shape", new[] { kernel, kernel }), ("strides", new[] { stride, stride }), ("pads", pads), .. more]);
}
