using Glaze.Autodiff.Tests.GradientChecks;
using Glaze.Onnx;

namespace Glaze.Autodiff.Tests;

public sealed class GeneratedOperatorTests
{
    // Operators of the ai.onnx set with float32 kernels in both ONNX Runtime's DirectML and its WebGPU provider
    // (its table of operator kernels, and the WebGPU provider's list of registrations).
    private static readonly HashSet<string> OnEveryProvider = new(StringComparer.Ordinal)
    {
        "Add", "AveragePool", "Cast", "Clip", "Concat", "Conv", "ConvTranspose", "DepthToSpace", "Div", "Equal", "Exp", "Expand", "Gemm", "Greater",
        "Identity", "Log", "MatMul", "MaxPool", "Mul", "Neg", "Pad", "Pow", "ReduceMean", "ReduceSum", "Reshape", "Resize", "Sigmoid", "Slice", "Sqrt", "Sub", "Transpose",
        "Where",
    };

    [Fact]
    public void GeneratedNodes_OfEveryRule_UseOnlyOperatorsThatEveryProviderHas()
    {
        var generated = GradientCases.All.SelectMany(GeneratedNodes).Select(node => node.Operator).ToHashSet(StringComparer.Ordinal);

        generated.Except(OnEveryProvider).ShouldBeEmpty();
        generated.Count.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("GroupNormalization", "ReduceMean")]
    [InlineData("SpaceToDepth", "Transpose")]
    [InlineData("Sum", "Add")]
    public void ForwardOperator_WhichNotEveryProviderHas_IsRewritten(string operatorName, string replacement)
    {
        using var probe = new GradientProbe(GradientCases.All.First(testCase => testCase.Operator == operatorName), ElementType.Float, 1);

        probe.Model.Graph.Nodes.ShouldNotContain(node => node.Operator == operatorName);
        probe.Model.Graph.Nodes.ShouldContain(node => node.Operator == replacement);
    }

    private static IEnumerable<OnnxNode> GeneratedNodes(GradientCase testCase)
    {
        using var probe = new GradientProbe(testCase, ElementType.Float, 1);
        return [.. probe.Model.Graph.Nodes.Where(node => node.Outputs[0].StartsWith("grad_", StringComparison.Ordinal))];
    }
}
