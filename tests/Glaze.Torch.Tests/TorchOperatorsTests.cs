using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Torch.Tests;

/// <summary>Each operator of the table computes what ONNX Runtime does, and its gradient.</summary>
public sealed class TorchOperatorsTests
{
    private const double Tolerance = 1e-5;

    private static readonly SessionSettings Processor = new(ExecutionProvider.Cpu, Threads: 1);
    private static readonly TorchBackend Backend = new();

    private static readonly OperatorCase[] Cases =
    [
        new("Abs", (g, x) => g.Node("Abs", [x])),
        new("Add", (g, x) => g.Add(x, Numbers(g, 4, 1, 1))),
        new("AveragePool", (g, x) => g.AveragePool(x, 3, 2)),
        new("Clip", (g, x) => g.Clip(x, -0.4, 0.6)),
        new("Concat", (g, x) => g.Concat(1, x, Numbers(g, 2, 3, 6, 6), x)),
        new("Conv", (g, x) => g.Conv(x, Numbers(g, 6, 2, 3, 3), Numbers(g, 6), [2, 1], [0, 1, 1, 1], 2, [1, 1])),
        new("Conv dilated", (g, x) => g.Conv(x, Numbers(g, 5, 4, 3, 3), null, [1, 1], [1, 2, 3, 0], 1, [2, 1])),
        new("Div", (g, x) => g.Div(Numbers(g, 4, 6, 6), x), 0.5, 2),
        new("Exp", (g, x) => g.Node("Exp", [x])),
        new("Identity", (g, x) => g.Node("Identity", [x])),
        new("LeakyRelu", (g, x) => g.Node("LeakyRelu", [x], ("alpha", 0.2f))),
        new("Log", (g, x) => g.Node("Log", [x]), 0.5, 2),
        new("MatMul", (g, x) => g.MatMul(x, Numbers(g, 6, 3))),
        new("Max", (g, x) => g.Max(x, Numbers(g, 4, 1, 6))),
        new("MaxPool", (g, x) => g.Node("MaxPool", [x], ("kernel_shape", (long[])[3, 3]), ("strides", (long[])[2, 2]), ("pads", (long[])[0, 0, 1, 1]))),
        new("Min", (g, x) => g.Min(x, Numbers(g, 6))),
        new("Mul", (g, x) => g.Mul(x, g.Mul(x, Numbers(g, 1, 4, 1, 1)))),
        new("Neg", (g, x) => g.Node("Neg", [x])),
        new("Pow", (g, x) => g.Node("Pow", [x, g.Constant(2.5, ElementType.Float)]), 0.5, 2),
        new("ReduceMean", (g, x) => g.ReduceMean(x, [1, 3], keepDims: false)),
        new("ReduceSum", (g, x) => g.ReduceSum(g.Square(x), [2])),
        new("Relu", (g, x) => g.Relu(x)),
        new("Reshape", (g, x) => g.Mul(g.Reshape(x, 0, -1, 9), Numbers(g, 9))),
        new("Sigmoid", (g, x) => g.Sigmoid(x)),
        new("Slice", (g, x) => g.Slice(x, 2, 1, -1, 2)),
        new("Softmax", (g, x) => g.Softmax(x, 1)),
        new("Sqrt", (g, x) => g.Sqrt(x), 0.5, 2),
        new("Sub", (g, x) => g.Sub(Numbers(g, 2, 1, 6, 1), g.Square(x))),
        new("Tanh", (g, x) => g.Tanh(x)),
        new("Transpose", (g, x) => g.Transpose(x, 0, 2, 3, 1)),
    ];

    public static TheoryData<string> CaseNames => [.. Cases.Select(operatorCase => operatorCase.Name)];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Operator_InAGraph_EqualsOnnxRuntime(string name)
    {
        var operatorCase = Array.Find(Cases, candidate => candidate.Name == name)!;
        var inputs = new Dictionary<string, float[]> { [OperatorCase.Input] = operatorCase.Values };

        using var session = ModelSession.Create(operatorCase.Model(), Processor);
        using var torch = Backend.Open(operatorCase.Model(), Processor);
        var expected = StepResult.Of(session, inputs, OperatorCase.Loss, "grad_x");
        var (loss, gradient) = StepResult.Of(torch, inputs, OperatorCase.Loss, "grad_x").ErrorAgainst(expected);

        loss.ShouldBeLessThan(Tolerance);
        gradient.ShouldBeLessThan(Tolerance);
        operatorCase.Forward().Graph.Nodes.ShouldContain(node => name.StartsWith(node.Operator, StringComparison.Ordinal));
    }

    [Fact]
    public void Table_EveryOperator_HasACase() =>
        TorchOperators.Table.Keys.Except(Cases.Select(operatorCase => operatorCase.Name), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Open_OperatorNotInTheTable_IsNamed()
    {
        var graph = new GraphBuilder();
        graph.Output(graph.Node("Erf", [graph.Input("x", 3)]));

        Should.Throw<ModelRejectedException>(() => Backend.Open(OnnxModelWriter.Write(graph.Build()), Processor)).Message.ShouldContain("no operator Erf");
    }

    private static string Numbers(GraphBuilder graph, params long[] shape)
    {
        var name = "numbers_" + string.Join('x', shape);
        var values = Glaze.TestKit.Models.SyntheticNumbers.Uniform(name, shape.Aggregate(1L, (product, extent) => product * extent), 0.2, 0.9);
        return graph.Initializer(name, OnnxTensor.FromFloats(shape, values));
    }
}
