using Glaze.Onnx;
using Glaze.TestKit.Models;

namespace Glaze.Autodiff.Tests.GradientChecks;

/// <summary>A case's gradient graph in ONNX Runtime: loss = ⟨v, f(x)⟩, so that grad_x = Jᵀv.</summary>
internal sealed class GradientProbe : IDisposable
{
    private readonly RuntimeModel _runtime;
    private readonly ElementType _type;
    private readonly Dictionary<string, OnnxTensor> _point = [];

    public GradientProbe(GradientCase testCase, ElementType type, int seed)
    {
        _type = type;
        var graph = new CaseGraph(type, seed, testCase.Opset);
        var result = testCase.Build(graph);
        var shape = graph.Graph.Shape(result);
        Weights = graph.Draw(Values.Normal, shape);
        var v = graph.Graph.Input("v", type, [.. shape]);
        graph.Graph.Output(result);
        Output = result;
        graph.Graph.ReduceSum(graph.Graph.Mul(result, v), keepDims: false, output: "loss");
        Samples = graph.Samples;
        Model = GradientGraphBuilder.Build(graph.Graph.Build(), "loss", [.. Samples.Keys]);
        foreach (var (name, values) in Samples)
        {
            _point[name] = Tensors.From(type, graph.Graph.Shape(name), values);
        }

        _point["v"] = Tensors.From(type, shape, Weights);
        _runtime = RuntimeModel.Load(Model);
    }

    public OnnxModel Model { get; }

    public string Output { get; }

    public double[] Weights { get; }

    public Dictionary<string, double[]> Samples { get; }

    public IReadOnlyDictionary<string, OnnxTensor> Run() => _runtime.Run(_point);

    public double[] Gradient(string input) => Tensors.ToDoubles(Run()["grad_" + input]);

    /// <summary>⟨v, f(x + h·u)⟩ with the sum in double.</summary>
    public double LossAt(string input, double[] direction, double step)
    {
        var moved = Samples[input].Zip(direction, (x, u) => x + (step * u)).ToArray();
        var point = new Dictionary<string, OnnxTensor>(_point) { [input] = Tensors.From(_type, _point[input].Shape, moved) };
        return Tensors.Dot(Tensors.ToDoubles(_runtime.Run(point)[Output]), Weights);
    }

    public void Dispose() => _runtime.Dispose();
}
