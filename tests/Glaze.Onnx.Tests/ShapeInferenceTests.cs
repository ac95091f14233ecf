using Glaze.Onnx.Shapes;

namespace Glaze.Onnx.Tests;

public sealed class ShapeInferenceTests
{
    [Fact]
    public void Infer_ExportedShapeArithmetic_IsComputedAtBuildTime()
    {
        // Reshape(x, Concat(Gather(Shape(x), 0), -1)), the way exporters flatten an image.
        var graph = new GraphBuilder();
        var x = graph.Input("x", 2, 3, 4, 5);
        var batch = graph.Node("Gather", [graph.Node("Shape", [x]), graph.Constant(0)]);
        var flat = graph.Node("Reshape", [x, graph.Concat(0, batch, graph.Constant(-1))]);

        graph.Shape(flat).ShouldBe([2, 60]);
    }

    [Theory]
    [InlineData(7, 3, 2, 1, 1, false, 4)]
    [InlineData(8, 3, 2, 1, 1, false, 4)]
    [InlineData(8, 3, 2, 0, 0, true, 4)]
    [InlineData(8, 2, 2, 0, 0, false, 4)]
    [InlineData(5, 2, 4, 0, 0, true, 2)]
    public void Infer_Pool_CountsWindows(long size, long kernel, long stride, long before, long after, bool roundUp, long expected)
    {
        var graph = new GraphBuilder();
        var pool = graph.Node(
            "MaxPool",
            [graph.Input("x", 1, 1, size)],
            ("kernel_shape", new[] { kernel }),
            ("strides", new[] { stride }),
            ("pads", new[] { before, after }),
            ("ceil_mode", roundUp));

        graph.Shape(pool).ShouldBe([1, 1, expected]);
    }

    [Fact]
    public void Infer_ShapesThatDoNotFit_NamesTheNodeAndTheShapes()
    {
        var graph = new GraphBuilder();
        var (a, b) = (graph.Input("a", 2, 3), graph.Input("b", 4));

        Should.Throw<InvalidModelException>(() => graph.NamedNode("total", "Add", [a, b]))
            .Message.ShouldBe("Cannot infer the shape of Add node 'total': shapes [2, 3] and [4] do not broadcast.");
    }

    [Fact]
    public void Infer_UnknownOperator_IsNamed()
    {
        var graph = new GraphBuilder();
        var x = graph.Input("x", 2);

        Should.Throw<InvalidModelException>(() => graph.Node("NoSuchThing", [x])).Message.ShouldContain("NoSuchThing");
    }

    [Fact]
    public void Infer_OpenInputShape_IsRefused()
    {
        var model = new OnnxModel();
        model.Graph.Inputs.Add(new OnnxValue("x", ElementType.Float, [1, -1]));

        Should.Throw<InvalidModelException>(() => ShapeInference.Infer(model)).Message.ShouldContain("'x'");
    }
}
