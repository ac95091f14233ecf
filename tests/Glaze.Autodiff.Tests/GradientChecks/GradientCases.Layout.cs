using Glaze.Onnx;

namespace Glaze.Autodiff.Tests.GradientChecks;

/// <content>Operators that move elements, and Resize.</content>
internal static partial class GradientCases
{
    private static IEnumerable<GradientCase> Layouts() => new[]
    {
        Case("Reshape", "open dimension", g => g.Graph.Reshape(g.X(2, 3, 4), 4, -1)),
        Case("Flatten", "default axis", g => g.Graph.Node("Flatten", [g.X(2, 3, 4)])),
        Case("Squeeze", "one axis", g => g.Graph.Node("Squeeze", [g.X(2, 1, 3), g.Graph.Constant(1)])),
        Case("Squeeze", "all axes of one", g => g.Graph.Node("Squeeze", [g.X(2, 1, 3, 1)])),
        Case("Unsqueeze", "two axes", g => g.Graph.Node("Unsqueeze", [g.X(2, 3), g.Graph.Constant(0, -1)])),
        Case("Transpose", "given order", g => g.Graph.Transpose(g.X(2, 3, 4), 1, 2, 0)),
        Case("Transpose", "default order", g => g.Graph.Node("Transpose", [g.X(2, 3, 4)])),
        Case("DepthToSpace", "columns first", g => g.Graph.Node("DepthToSpace", [g.X(1, 8, 2, 3)], ("blocksize", 2L), ("mode", "CRD"))),
        Case("DepthToSpace", "depth first", g => g.Graph.Node("DepthToSpace", [g.X(1, 8, 2, 3)], ("blocksize", 2L))),
        Case("SpaceToDepth", "blocks of 2", g => g.Graph.Node("SpaceToDepth", [g.X(1, 2, 4, 6)], ("blocksize", 2L))),
    }.Select(testCase => testCase.Linear().AlsoDouble());

    private static IEnumerable<GradientCase> Selections() => new[]
    {
        Case("Concat", "three values", g => g.Graph.Concat(1, g.X(2, 1, 3), g.X(2, 2, 3), g.X(2, 3, 3))),
        Case("Concat", "a value twice and a constant", g => Twice(g, g.X(2, 2))),
        Case("Split", "even", g => SplitAndScale(g, g.X(2, 6), [])),
        Case("Split", "given sizes, one piece unused", g => SplitAndScale(g, g.X(2, 6), [3, 2, 1])),
        Case("Slice", "inner part", g => g.Graph.Slice(g.X(2, 7), 1, 2, 5)),
        Case("Slice", "negative bounds", g => g.Graph.Slice(g.X(2, 7), -1, -5, -1)),
        Case("Slice", "step 2", g => g.Graph.Slice(g.X(2, 7, 3), 1, 1, long.MaxValue, 2)),
        Case("Slice", "step 3, rest left over", g => g.Graph.Slice(g.X(8, 2), 0, 0, 6, 3)),
        Case("Slice", "backwards", g => g.Graph.Slice(g.X(2, 6), 1, -1, long.MinValue + 1, -1)),
        Case("Slice", "backwards by 2", g => g.Graph.Slice(g.X(2, 7), 1, 5, 0, -2)),
        Case("Slice", "two axes", g => g.Graph.Node("Slice", [g.X(4, 6, 2), g.Graph.Constant(1, 0), g.Graph.Constant(3, 5), g.Graph.Constant(0, 1), g.Graph.Constant(1, 2)])),
        Case("Pad", "constant", g => g.Graph.Node("Pad", [g.X(1, 2, 3, 4), g.Graph.Constant(0, 0, 1, 2, 0, 0, 0, 3)])),
        Case("Pad", "negative crops", g => g.Graph.Node("Pad", [g.X(3, 6), g.Graph.Constant(1, -2, 0, -1)])),
        Case("Pad", "reflected", g => g.Graph.Node("Pad", [g.X(1, 2, 5, 6), g.Graph.Constant(0, 0, 2, 1, 0, 0, 1, 3)], ("mode", "reflect"))),
        Case("Pad", "repeated edge", g => g.Graph.Node("Pad", [g.X(1, 2, 3, 4), g.Graph.Constant(0, 0, 2, 1, 0, 0, 1, 3)], ("mode", "edge"))),
        Case("Pad", "axes, opset 18", g => g.Graph.Node("Pad", [g.X(2, 3, 4), g.Graph.Constant(1, 2), string.Empty, g.Graph.Constant(-1)])).At(18),
    }.Select(testCase => testCase.Linear());

    private static IEnumerable<GradientCase> Resizes()
    {
        foreach (var mode in new[] { "nearest", "linear" })
        {
            foreach (var coordinates in new[] { "half_pixel", "pytorch_half_pixel", "asymmetric", "align_corners" })
            {
                yield return Resized(mode, coordinates, "enlarged to size", [1, 2, 3, 4], sizes: [1, 2, 7, 6]);
                yield return Resized(mode, coordinates, "shrunk to size", [1, 2, 8, 7], sizes: [1, 2, 3, 5]);
                yield return Resized(mode, coordinates, "scaled by 2", [1, 2, 3, 4], scales: [1, 1, 2, 2]);
                yield return Resized(mode, coordinates, "scaled by 0.6", [1, 2, 9, 8], scales: [1, 1, 0.6f, 0.6f]);
            }
        }

        foreach (var rounding in new[] { "floor", "ceil", "round_prefer_ceil" })
        {
            yield return Case("Resize", $"nearest, {rounding}", g => g.Graph.Node(
                "Resize",
                [g.X(1, 2, 3, 4), string.Empty, g.Graph.Constant(OnnxTensor.FromFloats([4], [1, 1, 2, 2]))],
                ("coordinate_transformation_mode", "asymmetric"),
                ("mode", "nearest"),
                ("nearest_mode", rounding))).Linear();
        }
    }

    private static GradientCase Resized(string mode, string coordinates, string variant, long[] input, long[]? sizes = null, float[]? scales = null) =>
        Case("Resize", $"{mode}, {coordinates}, {variant}", g => g.Graph.Node(
            "Resize",
            [
                g.X(input),
                string.Empty,
                scales is null ? string.Empty : g.Graph.Constant(OnnxTensor.FromFloats([4], scales)),
                .. sizes is null ? Array.Empty<string>() : [g.Graph.Constant(sizes)],
            ],
            ("coordinate_transformation_mode", coordinates),
            ("mode", mode))).Linear();

    private static string Twice(CaseGraph g, string x) => g.Graph.Mul(g.Graph.Concat(0, x, g.Graph.Mul(x, 0), x), g.W(6, 1));

    // Weights the pieces differently and leaves the last one out when sizes are given.
    private static string SplitAndScale(CaseGraph g, string x, long[] sizes)
    {
        var pieces = sizes.Length == 0
            ? g.Graph.NodeWithOutputs("Split", [x], 2, ("axis", 1L))
            : g.Graph.NodeWithOutputs("Split", [x, g.Graph.Constant(sizes)], sizes.Length, ("axis", 1L));
        return g.Graph.Concat(1, g.Graph.Mul(pieces[0], 2), g.Graph.Mul(pieces[1], -1));
    }
}
