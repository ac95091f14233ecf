using Glaze.Inference;
using Glaze.Onnx;
using Glaze.TestKit.Models;

namespace Glaze.Torch.Tests;

/// <summary>A graph of one operator on an input x of 2×4×6×6, every value summed up with weights of its own into a loss.</summary>
internal sealed record OperatorCase(string Name, Func<GraphBuilder, string, string> Build, double Low = -1, double High = 1)
{
    public const string Input = "x";
    public const string Loss = "loss";

    public static long[] Shape { get; } = [2, 4, 6, 6];

    /// <summary>Values away from the operator's kinks and poles.</summary>
    public float[] Values => SyntheticNumbers.Uniform(Name, Shape.Aggregate(1L, (product, extent) => product * extent), Low, High);

    public OnnxModel Forward()
    {
        var graph = new GraphBuilder();
        var y = Build(graph, graph.Input(Input, Shape));
        var shape = graph.Shape(y).ToArray();
        var weights = graph.Initializer("weights", OnnxTensor.FromFloats(shape, SyntheticNumbers.Uniform("weights", shape.Aggregate(1L, (product, extent) => product * extent))));
        graph.Output(graph.Reshape(graph.ReduceSum(graph.Mul(y, weights)), 1));
        var model = graph.Build();
        model.Graph.Outputs[0] = model.Graph.Outputs[0] with { Name = Loss };
        model.Graph.Nodes[^1] = model.Graph.Nodes[^1].Renamed(new Dictionary<string, string> { [model.Graph.Nodes[^1].Outputs[0]] = Loss });
        return model;
    }

    public SessionModel Model() => new(() => OnnxModelWriter.Write(Autodiff.GradientGraphBuilder.Build(Forward(), Loss, [Input])))
    {
        Forward = () => OnnxModelWriter.Write(Forward()),
        Loss = Loss,
        Gradients = new Dictionary<string, string> { [Input] = "grad_" + Input },
    };

    public override string ToString() => Name;
}
