using Glaze.Onnx;

namespace Glaze.Autodiff.Tests;

public sealed class GradientGraphBuilderErrorTests
{
    [Fact]
    public void Build_OperatorWithoutARule_NamesOperatorOpsetAndNode()
    {
        var graph = new GraphBuilder();
        graph.Output(graph.ReduceSum(graph.NamedNode("wave", "Sin", [graph.Input("x", 3)]), keepDims: false, output: "loss"));

        var error = Should.Throw<UnsupportedOperatorException>(() => GradientGraphBuilder.Build(graph.Build(), "loss", ["x"]));

        error.Operator.ShouldBe("Sin");
        error.Opset.ShouldBe(17);
        error.Node.ShouldBe("wave");
        error.Message.ShouldBe("Cannot differentiate Sin (opset 17) at node 'wave': there is no gradient rule for the operator.");
    }

    [Fact]
    public void Build_UnknownOperatorOffThePath_IsNoConcern()
    {
        var graph = new GraphBuilder();
        var x = graph.Input("x", 3);
        graph.Output(graph.Node("Sin", [x]));
        graph.Output(graph.ReduceSum(x, keepDims: false, output: "loss"));

        GradientGraphBuilder.Build(graph.Build(), "loss", ["x"]).Graph.Outputs.Count.ShouldBe(3);
    }

    [Fact]
    public void Build_GradientOfConvolutionWeights_IsRefused()
    {
        var graph = new GraphBuilder();
        graph.Output(graph.ReduceSum(graph.Conv(graph.Input("x", 1, 1, 4, 4), graph.Input("w", 1, 1, 3, 3)), keepDims: false, output: "loss"));

        Should.Throw<UnsupportedOperatorException>(() => GradientGraphBuilder.Build(graph.Build(), "loss", ["x", "w"]))
            .Message.ShouldContain("the gradient with respect to input 1 is not computed");
    }

    [Theory]
    [InlineData("cubic", "half_pixel")]
    [InlineData("linear", "tf_crop_and_resize")]
    public void Build_ResizeInAnUnsupportedMode_SaysSo(string mode, string coordinates)
    {
        var graph = new GraphBuilder();
        var resized = graph.Node(
            "Resize",
            [graph.Input("x", 1, 1, 4, 4), string.Empty, string.Empty, graph.Constant(1, 1, 7, 7)],
            ("mode", mode),
            ("coordinate_transformation_mode", coordinates));
        graph.Output(graph.ReduceSum(resized, keepDims: false, output: "loss"));

        Should.Throw<UnsupportedOperatorException>(() => GradientGraphBuilder.Build(graph.Build(), "loss", ["x"])).Operator.ShouldBe("Resize");
    }

    [Theory]
    [InlineData("missing", "x", "defines no value named 'missing'")]
    [InlineData("doubled", "x", "must be one floating-point number")]
    [InlineData("loss", "missing", "has no input named 'missing'")]
    [InlineData("loss", "doubled", "has no input named 'doubled'")]
    [InlineData("loss", "unused", "does not depend on input 'unused'")]
    [InlineData("loss", "count", "has no gradient")]
    public void Build_WrongLossOrInput_SaysWhatIsWrong(string loss, string input, string reason)
    {
        var graph = new GraphBuilder();
        graph.Input("unused", 2);
        graph.Input("count", ElementType.Int64, 1);
        graph.Output(graph.ReduceSum(graph.Mul(graph.Input("x", 3), 2, "doubled"), keepDims: false, output: "loss"));

        Should.Throw<ArgumentException>(() => GradientGraphBuilder.Build(graph.Build(), loss, [input])).Message.ShouldContain(reason);
    }

    [Fact]
    public void Build_LossThatOnlyPassesAComparison_DoesNotDependOnTheInput()
    {
        var graph = new GraphBuilder();
        var sign = graph.Node("Cast", [graph.Node("Greater", [graph.Input("x", 3), graph.Constant(0.0)])], ("to", 1L));
        graph.Output(graph.ReduceSum(sign, keepDims: false, output: "loss"));

        Should.Throw<ArgumentException>(() => GradientGraphBuilder.Build(graph.Build(), "loss", ["x"])).Message.ShouldContain("does not depend");
    }

    [Theory]
    [InlineData(12)]
    [InlineData(22)]
    public void Build_OpsetOutsideTheRange_IsRefused(int opset)
    {
        var graph = new GraphBuilder(opset);
        graph.Output(graph.NamedNode("loss", "Relu", [graph.Input("x", 1)]));

        Should.Throw<InvalidModelException>(() => GradientGraphBuilder.Build(graph.Build(), "loss", ["x"])).Message.ShouldContain($"opset {opset}");
    }
}
