using Glaze.Inference;
using Glaze.Onnx;
using Glaze.TestKit.Models;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Speed;

/// <summary>One product of two large square matrices in each library: what the machine can do at most.</summary>
internal static class Peak
{
    private const int Side = 2048;

    /// <summary>Measures it.</summary>
    /// <returns>The better of the two in GFLOP/s.</returns>
    public static double Measure(Report report, int threads)
    {
        var (left, right) = (SyntheticNumbers.Uniform("left", Side * Side, -0.5, 0.5), SyntheticNumbers.Uniform("right", Side * Side, -0.5, 0.5));
        using var session = Session(right, threads);
        var inputs = new Dictionary<string, float[]> { ["left"] = left };
        var outputs = new Dictionary<string, float[]> { ["mean"] = new float[1] };
        using var first = tensor(left, [Side, Side]);
        using var second = tensor(right, [Side, Side]);
        var times = Turns.Run(
            15,
            20,
            () => session.Run(inputs, outputs, CancellationToken.None),
            () =>
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                first.matmul(second).mean().item<float>();
            });
        var speeds = times.Select(kept => 2.0 * Side * Side * Side / kept.Min(turn => turn.Seconds) / 1e9).ToList();
        report.Add("peak", $"MatMul {Side}x{Side}, ONNX Runtime", speeds[0], "0", "GFLOP/s");
        report.Add("peak", $"MatMul {Side}x{Side}, libtorch", speeds[1], "0", "GFLOP/s");
        return speeds.Max();
    }

    private static ModelSession Session(float[] right, int threads)
    {
        var graph = new GraphBuilder(name: "peak");
        var product = graph.MatMul(graph.Input("left", Side, Side), graph.Initializer("right", OnnxTensor.FromFloats([Side, Side], right)));
        graph.Output(graph.NamedNode("mean", "Identity", [graph.Reshape(graph.ReduceMean(product), 1)]));
        return ModelSession.Create(OnnxModelWriter.Write(graph.Build()), new SessionSettings(ExecutionProvider.Cpu, threads));
    }
}
