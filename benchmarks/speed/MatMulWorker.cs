using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Benchmarks.Speed;

/// <summary>One product of two square matrices through ONNX Runtime: what the machine can do at most.</summary>
internal sealed class MatMulWorker : IDisposable
{
    private readonly ModelSession _session;
    private readonly Dictionary<string, float[]> _inputs;
    private readonly Dictionary<string, float[]> _outputs = new() { ["mean"] = new float[1] };

    public MatMulWorker(int side, int threads)
    {
        var graph = new GraphBuilder(name: "peak");
        var product = graph.MatMul(graph.Input("left", side, side), graph.Initializer("right", OnnxTensor.FromFloats([side, side], Values(side, 1))));
        graph.Output(graph.NamedNode("mean", "Identity", [graph.Reshape(graph.ReduceMean(product), 1)]));
        _session = ModelSession.Create(OnnxModelWriter.Write(graph.Build()), new SessionSettings(ExecutionProvider.Cpu, threads));
        _inputs = new Dictionary<string, float[]> { ["left"] = Values(side, 2) };
    }

    public void Serve() => CommandLoop.Serve("ready", () => _session.Run(_inputs, _outputs, CancellationToken.None), _ => { });

    public void Dispose() => _session.Dispose();

    private static float[] Values(int side, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, side * side).Select(_ => random.NextSingle() - 0.5f)];
    }
}
