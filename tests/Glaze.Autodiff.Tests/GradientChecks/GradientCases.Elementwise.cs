using Glaze.Onnx;

namespace Glaze.Autodiff.Tests.GradientChecks;

/// <content>Functions of one number and of several.</content>
internal static partial class GradientCases
{
    // Broadcast patterns: equal, scalar left, scalar right, trailing, both sides.
    private static (string Name, long[] Left, long[] Right)[] Patterns() =>
    [
        ("equal shapes", [2, 3, 4], [2, 3, 4]),
        ("scalar left", [], [2, 3]),
        ("scalar right", [2, 3], []),
        ("trailing", [2, 3, 4], [4]),
        ("both sides", [2, 1, 4], [3, 1]),
        ("per channel", [2, 3, 2, 2], [3, 1, 1]),
    ];

    private static IEnumerable<GradientCase> Unary() =>
    [
        Simple("Abs", Values.AwayFromZero),
        Case("Cast", "to float64 and back", g => g.Graph.Node("Cast", [g.Graph.Mul(g.Graph.Node("Cast", [g.X(2, 3)], ("to", 11L)), 3)], ("to", (long)g.Type))).AlsoDouble(),
        Case("Clip", "both limits", g => g.Graph.Clip(g.X(Values.Distinct, 3, 5), -1.1, 1.1)).AlsoDouble(),
        Case("Clip", "lower limit alone", g => g.Graph.Node("Clip", [g.X(Values.Distinct, 3, 5), g.Graph.Constant(-0.55, g.Type)])).AlsoDouble(),
        Case("Erf", "elementwise", g => g.Graph.Node("Erf", [g.X(2, 3)])),
        Simple("Exp", Values.Normal),
        Simple("Identity", Values.Normal).Linear(),
        Case("LeakyRelu", "slope 0.2", g => g.Graph.Node("LeakyRelu", [g.X(Values.AwayFromZero, 2, 3, 4)], ("alpha", 0.2f))),
        Simple("Log", Values.Positive),
        Simple("Neg", Values.Normal).Linear(),
        Simple("Reciprocal", Values.Positive),
        Simple("Relu", Values.AwayFromZero),
        Case("Relu", "after a convolution of 16 channels", g => g.Graph.Relu(Sparse(g, g.X(Values.AwayFromZero, 1, 16, 3, 4)))),
        Case("Relu", "after a sum with a convolution", g => ResidualRelu(g, g.X(Values.AwayFromZero, 1, 16, 3, 4))),
        Simple("Sigmoid", Values.Normal),
        Case("Sigmoid", "SiLU as composed", g => g.Graph.Silu(g.X(2, 3, 4))).AlsoDouble(),
        Case("Sigmoid", "SiLU of a scaled and shifted image", g => g.Graph.Silu(g.Graph.Add(g.Graph.Mul(g.X(1, 4, 8, 9), g.W(4, 1, 1)), g.W(4, 1, 1)))),
        Case("Sigmoid", "SiLU, factor and summand first", g => g.Graph.Silu(g.Graph.Add(g.W(1), g.Graph.Mul(g.W(4, 1, 1), g.X(1, 4, 8, 9))))),
        Case("Sigmoid", "SiLU of two images' sum", g => g.Graph.Silu(g.Graph.Add(g.X(1, 4, 8, 9), g.X(1, 4, 8, 9)))),
        Simple("Sqrt", Values.Positive),
        Simple("Tanh", Values.Normal),
    ];

    private static IEnumerable<GradientCase> Binary()
    {
        foreach (var (name, left, right) in Patterns())
        {
            yield return Two("Add", name, left, right).Linear();
            yield return Two("Sub", name, left, right).Linear();
            yield return Two("Mul", name, left, right);
            yield return Case("Div", name, g => g.Graph.Div(g.X(left), g.X(Values.Positive, right))).AlsoDouble();
            yield return Case("Pow", name, g => g.Graph.Node("Pow", [g.X(Values.Positive, left), g.X(right)])).AlsoDouble();
            yield return Case("Max", name, g => g.Graph.Max(g.X(Values.Distinct, left), Shifted(g, right))).AlsoDouble();
            yield return Case("Min", name, g => g.Graph.Min(g.X(Values.Distinct, left), Shifted(g, right))).AlsoDouble();
            yield return Case("Sum", name, g => g.Graph.Node("Sum", [g.X(left), g.X(right)])).Linear().AlsoDouble();
            yield return Case("Where", name, g => g.Graph.Node("Where", [Mask(g), g.X(left), g.X(right)])).Linear();
        }

        yield return Case("Mul", "a value with itself", g => g.Graph.Square(g.X(2, 3))).AlsoDouble();
        yield return Case("Add", "a value with itself", g => Doubled(g.Graph, g.X(2, 3))).Linear().AlsoDouble();
        yield return Case("Pow", "constant exponent 2", g => g.Graph.Node("Pow", [g.X(2, 3), g.Graph.Constant(2, g.Type)])).AlsoDouble();
        yield return Case("Pow", "constant exponent 1", g => g.Graph.Node("Pow", [g.X(2, 3), g.Graph.Constant(1, g.Type)])).AlsoDouble();
        yield return Case("Pow", "constant exponent 0.5", g => g.Graph.Node("Pow", [g.X(Values.Positive, 2, 3), g.Graph.Constant(0.5, g.Type)])).AlsoDouble();
        yield return Case("Max", "hinge", g => g.Graph.Max(g.X(Values.AwayFromZero, 6), g.Graph.Constant(0, g.Type))).AlsoDouble();
        yield return Case("Max", "three inputs", g => g.Graph.Node("Max", [g.X(Values.Distinct, 4, 5), Shifted(g, [5]), g.Graph.Constant(0.2, g.Type)])).AlsoDouble();
        yield return Case("Expand", "new and repeated axes", g => g.Graph.Node("Expand", [g.X(3, 1), g.Graph.Constant(2, 3, 4)])).Linear().AlsoDouble();
    }

    private static GradientCase Two(string operatorName, string variant, long[] left, long[] right) =>
        Case(operatorName, variant, g => g.Graph.Node(operatorName, [g.X(left), g.X(right)])).AlsoDouble();

    // Distinct values a quarter step off, so that no two inputs ever tie.
    private static string Shifted(CaseGraph g, long[] shape) => g.Graph.Add(g.X(Values.Distinct, shape), 0.075);

    private static string Mask(CaseGraph g) => g.Graph.Initializer("mask", new OnnxTensor(ElementType.Bool, [1], new byte[] { 1 }));

    // A convolution whose results stay away from 0 as its input does: it only exchanges channels.
    private static string Sparse(CaseGraph g, string x)
    {
        var exchange = new float[16 * 16];
        for (var channel = 0; channel < 16; channel++)
        {
            exchange[(channel * 16) + 15 - channel] = channel % 2 == 0 ? 1 : -1;
        }

        return g.Graph.Conv(x, g.Graph.Initializer("exchange", OnnxTensor.FromFloats([16, 16, 1, 1], exchange)));
    }

    private static string ResidualRelu(CaseGraph g, string x) => g.Graph.Relu(g.Graph.Add(g.Graph.Constant(OnnxTensor.Filled([1], 0.1)), Sparse(g, x)));

    private static string Doubled(GraphBuilder graph, string x) => graph.Add(x, x);
}
