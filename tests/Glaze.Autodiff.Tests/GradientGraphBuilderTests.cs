using Glaze.Onnx;
using Glaze.TestKit.Golden;
using Glaze.TestKit.Models;

namespace Glaze.Autodiff.Tests;

public sealed class GradientGraphBuilderTests
{
    [Fact]
    public void Build_SmallEncoder_WritesTheApprovedGraph()
    {
        var graph = new GraphBuilder(name: "encoder");
        var x = graph.Input("x", 1, 3, 8, 8);
        var target = graph.Input("target", 1, 4, 4, 4);
        var y = graph.Relu(graph.Conv(x, Weights(graph, 16, 3, 3), graph.Initializer("b", OnnxTensor.Filled([16], 0.1)), stride: 2));
        var latent = graph.Conv(graph.Add(y, graph.Relu(graph.Conv(y, Weights(graph, 16, 16, 3)))), Weights(graph, 4, 16, 1), output: "latent");
        graph.Output(latent);
        graph.Output(graph.MeanSquaredError(latent, target, "loss"));

        var model = GradientGraphBuilder.Build(graph.Build(), "loss", ["x"]);

        GoldenText.ShouldMatch("SmallEncoder", GraphText.Dump(model));
    }

    [Fact]
    public void Build_ForwardOutputsAndInputs_AreKept()
    {
        var model = GradientGraphBuilder.Build(Product(), "loss", ["a"]);

        model.Graph.Inputs.Select(input => input.Name).ShouldBe(["a", "b"]);
        model.Graph.Outputs.Select(output => output.Name).ShouldBe(["product", "loss", "grad_a"]);
        model.Graph.Outputs[2].Shape.ShouldBe([2, 3]);
    }

    [Fact]
    public void Build_GroupNormalizationAndSilu_KeepOneImageForTheWayBack()
    {
        var graph = new GraphBuilder();
        var perChannel = graph.Initializer("w", OnnxTensor.Filled([8], 0.5));
        var normalized = graph.GroupNormalization(graph.Input("x", 1, 8, 16, 16), 2, perChannel, perChannel);
        graph.Output(graph.ReduceSum(graph.Silu(normalized), keepDims: false, output: "loss"));

        var model = GradientGraphBuilder.Build(graph.Build(), "loss", ["x"]).Graph;

        var images = GraphBuilder.From(new OnnxModel { Opset = graph.Opset, Graph = model });
        bool IsBackward(OnnxNode node) => node.Outputs[0].StartsWith("grad_", StringComparison.Ordinal);
        var kept = model.Nodes.Where(IsBackward).SelectMany(node => node.Inputs)
            .Where(name => model.Nodes.Exists(node => node.Outputs.Contains(name) && !IsBackward(node)) && images.Value(name).ElementCount == 8 * 16 * 16);
        kept.Select(name => images.Producer(name)!.Operator is "Reshape" ? images.Producer(name)!.Inputs[0] : name).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Build_TwoInputsWithTheSameAdjoint_GivesBoth()
    {
        var graph = new GraphBuilder();
        var sum = graph.Add(graph.Input("a", 2), graph.Input("b", 2));
        graph.Output(graph.ReduceSum(graph.Mul(sum, graph.Constant(OnnxTensor.FromFloats([2], [3, 4]))), keepDims: false, output: "loss"));

        var results = Run(GradientGraphBuilder.Build(graph.Build(), "loss", ["a", "b"]), ("a", [1, 2]), ("b", [5, 6]));

        results["grad_a"].ToFloats().ShouldBe([3, 4]);
        results["grad_b"].ToFloats().ShouldBe([3, 4]);
    }

    [Fact]
    public void Build_LossIsAPlainSum_GivesAGradientOfOnes()
    {
        var graph = new GraphBuilder();
        graph.Output(graph.ReduceSum(graph.Input("a", 2, 2), keepDims: false, output: "loss"));

        Run(GradientGraphBuilder.Build(graph.Build(), "loss", ["a"]), ("a", [1, 2, 3, 4]))["grad_a"].ToFloats().ShouldBe([1, 1, 1, 1]);
    }

    [Fact]
    public void Build_ValueUsedThreeTimes_AddsItsAdjoints()
    {
        var graph = new GraphBuilder();
        var x = graph.Input("x", 1);
        graph.Output(graph.ReduceSum(graph.Add(graph.Mul(x, x), graph.Add(x, graph.Mul(x, 5))), keepDims: false, output: "loss"));

        // d(x² + x + 5x)/dx at 3
        Run(GradientGraphBuilder.Build(graph.Build(), "loss", ["x"]), ("x", [3]))["grad_x"].ToFloats().ShouldBe([12]);
    }

    [Fact]
    public void Build_NodesThatLeadNowhere_AreLeftOut()
    {
        var forward = Product();
        forward.Graph.Nodes.Add(new OnnxNode { Operator = "Relu", Inputs = ["a"], Outputs = ["unused"] });

        var model = GradientGraphBuilder.Build(forward, "loss", ["a"]);

        model.Graph.Nodes.ShouldNotContain(node => node.Outputs.Contains("unused"));
        model.Graph.Nodes.ShouldNotContain(node => node.Inputs.Contains("a") && node.Outputs[0].StartsWith("grad_", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_ForwardModel_IsNotChanged()
    {
        var forward = Product();
        var before = GraphText.Dump(forward);

        GradientGraphBuilder.Build(forward, "loss", ["a", "b"]);

        GraphText.Dump(forward).ShouldBe(before);
    }

    [Fact]
    public void Build_SameModelTwice_GivesTheSameBytes() =>
        OnnxModelWriter.Write(GradientGraphBuilder.Build(Product(), "loss", ["a", "b"]))
            .ShouldBe(OnnxModelWriter.Write(GradientGraphBuilder.Build(Product(), "loss", ["a", "b"])));

    private static string Weights(GraphBuilder graph, int outputs, int inputs, int kernel) =>
        graph.Initializer("w", OnnxTensor.Filled([outputs, inputs, kernel, kernel], 0.01));

    private static OnnxModel Product()
    {
        var graph = new GraphBuilder();
        graph.Output(graph.Mul(graph.Input("a", 2, 3), graph.Input("b", 3), "product"));
        graph.Output(graph.ReduceMean("product", keepDims: false, output: "loss"));
        return graph.Build();
    }

    private static IReadOnlyDictionary<string, OnnxTensor> Run(OnnxModel model, params (string Name, float[] Values)[] inputs)
    {
        using var runtime = RuntimeModel.Load(model);
        return runtime.Run(inputs.ToDictionary(
            input => input.Name,
            input => OnnxTensor.FromFloats(model.Graph.Inputs.Single(value => value.Name == input.Name).Shape, input.Values)));
    }
}
