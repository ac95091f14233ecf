using Glaze.Onnx;

namespace Glaze.Autodiff.Tests.GradientChecks;

/// <content>Matrix products, normalisations and reductions.</content>
internal static partial class GradientCases
{
    private static IEnumerable<GradientCase> Matrices()
    {
        (string Name, long[] Left, long[] Right)[] shapes =
        [
            ("matrices", [3, 4], [4, 5]),
            ("batches", [2, 3, 4], [2, 4, 5]),
            ("batch by one matrix", [2, 3, 4], [4, 5]),
            ("broadcast batches", [2, 1, 3, 4], [5, 4, 2]),
            ("vector by matrix", [4], [4, 5]),
            ("matrix by vector", [3, 4], [4]),
            ("vectors", [4], [4]),
            ("batch by vector", [2, 3, 4], [4]),
        ];
        foreach (var (name, left, right) in shapes)
        {
            yield return Case("MatMul", name, g => g.Graph.MatMul(g.X(left), g.X(right))).AlsoDouble();
        }

        yield return Case("MatMul", "constant right factor", g => g.Graph.MatMul(g.X(3, 4), g.W(4, 2))).Linear().AlsoDouble();
        foreach (var (turnA, turnB) in new[] { (0L, 0L), (0L, 1L), (1L, 0L), (1L, 1L) })
        {
            yield return Case(
                "Gemm",
                $"transA {turnA}, transB {turnB}",
                g => g.Graph.Node(
                    "Gemm",
                    [g.X(turnA == 0 ? [3, 4] : [4, 3]), g.X(turnB == 0 ? [4, 5] : [5, 4]), g.X(5)],
                    ("alpha", 0.5f),
                    ("beta", 2f),
                    ("transA", turnA),
                    ("transB", turnB))).AlsoDouble();
        }

        yield return Case("Gemm", "no addend", g => g.Graph.Node("Gemm", [g.X(3, 4), g.W(4, 5)])).Linear().AlsoDouble();
    }

    private static IEnumerable<GradientCase> Normalizations() =>
    [
        Case("InstanceNormalization", "scale and bias", g => g.Graph.Node("InstanceNormalization", [g.X(2, 3, 4, 4), g.W(3), g.W(3)], ("epsilon", 1e-3f))),
        Case("InstanceNormalization", "unit scale, no bias", g => g.Graph.Node("InstanceNormalization", [g.X(1, 2, 12), g.Graph.Initializer("ones", OnnxTensor.Filled([2], 1, g.Type)), g.Graph.Initializer("zeros", OnnxTensor.Filled([2], 0, g.Type))])),
        Case("GroupNormalization", "opset 18, scale per group", g => g.Graph.Node("GroupNormalization", [g.X(2, 6, 3, 3), g.W(2), g.W(2)], ("num_groups", 2L))).At(18),
        Case("GroupNormalization", "opset 21, scale per channel", g => g.Graph.Node("GroupNormalization", [g.X(2, 6, 3, 3), g.W(6), g.W(6)], ("num_groups", 3L), ("epsilon", 1e-2f))).At(21),
        Case("LayerNormalization", "last axis", g => g.Graph.Node("LayerNormalization", [g.X(2, 3, 8), g.W(8), g.W(8)])).AlsoDouble(),
        Case("LayerNormalization", "two axes, no bias", g => g.Graph.Node("LayerNormalization", [g.X(2, 3, 4), g.W(3, 4)], ("axis", 1L), ("epsilon", 1e-3f))).AlsoDouble(),
        Case("BatchNormalization", "constant statistics", g => g.Graph.Node("BatchNormalization", [g.X(2, 3, 4, 4), g.W(3), g.W(3), g.W(3), g.W(Values.Positive, 3)])),
        Case("BatchNormalization", "computed statistics", g => g.Graph.Node("BatchNormalization", [g.X(2, 3, 4), g.Graph.Mul(g.W(3), 2), g.W(3), g.W(3), g.W(Values.Positive, 3)])),
        Case("Softmax", "last axis", g => g.Graph.Softmax(g.X(2, 3, 5))).AlsoDouble(),
        Case("Softmax", "inner axis", g => g.Graph.Softmax(g.X(2, 3, 4, 2), 1)).AlsoDouble(),
    ];

    private static IEnumerable<GradientCase> Reductions()
    {
        foreach (var name in new[] { "ReduceMean", "ReduceSum" })
        {
            foreach (var opset in new[] { 17, 18 })
            {
                (string Name, long[]? Axes, bool Keep)[] variants =
                [
                    ("all axes", null, false), ("all axes kept", null, true), ("one axis", [1], false), ("one axis kept", [-1], true), ("two axes", [0, 2], false),
                ];
                foreach (var (variant, axes, keep) in variants)
                {
                    yield return Case(name, $"{variant}, opset {opset}", g => name == "ReduceSum"
                        ? g.Graph.ReduceSum(g.X(2, 3, 4), axes, keep)
                        : g.Graph.ReduceMean(g.X(2, 3, 4), axes, keep)).At(opset).Linear().AlsoDouble();
                }
            }
        }

        yield return Case("ReduceSum", "nothing reduced", g => g.Graph.Node("ReduceSum", [g.X(2, 3)], ("noop_with_empty_axes", 1L))).Linear();
    }
}
