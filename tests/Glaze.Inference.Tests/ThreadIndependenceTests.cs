using Glaze.Onnx;

namespace Glaze.Inference.Tests;

/// <summary>Operators that add many numbers up: their order must not depend on how the work is shared out.</summary>
public sealed class ThreadIndependenceTests
{
    private static readonly Dictionary<string, Func<GraphBuilder, string, string>> Graphs = new(StringComparer.Ordinal)
    {
        ["ReduceMean of everything"] = (g, x) => g.ReduceMean(x, keepDims: false),
        ["ReduceSum of everything"] = (g, x) => g.ReduceSum(x, keepDims: false),
        ["ReduceSum of channels"] = (g, x) => g.ReduceSum(x, [1]),
        ["ReduceMean of rows and columns"] = (g, x) => g.ReduceMean(x, [2, 3]),
        ["ReduceSum of rows"] = (g, x) => g.ReduceSum(x, [2]),
        ["GlobalAveragePool"] = (g, x) => g.Node("GlobalAveragePool", [x]),
        ["GroupNormalization"] = (g, x) => g.GroupNormalization(
            x, 4, g.Constant(OnnxTensor.FromFloats([16], TestModels.Picture(1, 16))), g.Constant(OnnxTensor.FromFloats([16], TestModels.Picture(2, 16)))),
        ["Softmax"] = (g, x) => g.Softmax(x),
        ["MatMul, small"] = (g, x) => g.MatMul(g.Reshape(x, 16, -1), g.Transpose(g.Reshape(x, 16, -1), 1, 0)),
        ["MatMul, tall"] = (g, x) => g.MatMul(g.Transpose(g.Reshape(x, 16, -1), 1, 0), g.Slice(g.Reshape(x, 16, -1), 1, 0, 40)),
        ["Gemm"] = (g, x) => g.Node("Gemm", [g.Reshape(x, 16, -1), g.Reshape(x, 16, -1)], ("transB", 1)),
        ["Conv 1×1"] = (g, x) => g.Conv(x, Kernel(g, 24, 16, 1)),
        ["Conv 3×3"] = (g, x) => g.Conv(x, Kernel(g, 24, 16, 3)),
        ["Conv 3×3, 3 channels out"] = (g, x) => g.Conv(x, Kernel(g, 3, 16, 3)),
        ["Conv 5×5, stride 2"] = (g, x) => g.Conv(x, Kernel(g, 16, 16, 5), stride: 2),
        ["ConvTranspose, stride 2"] = (g, x) => g.Node(
            "ConvTranspose", [x, Kernel(g, 16, 3, 5)], ("strides", new long[] { 2, 2 }), ("pads", new long[] { 2, 2, 2, 2 })),
        ["AveragePool"] = (g, x) => g.AveragePool(x, 2, 2),
    };

    public static TheoryData<string> Operators => [.. Graphs.Keys];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Run_OperatorOnAnyNumberOfThreads_GivesTheSameBytes(string name)
    {
        foreach (var (height, width) in new[] { (130, 97), (40, 40), (7, 5) })
        {
            var model = Build(name, height, width);
            var oneThread = Compute(model, 1);

            foreach (var threads in new[] { 2, 3, 4, 8 })
            {
                Compute(model, threads).ShouldBe(oneThread, $"{height}×{width}, {threads} threads");
            }
        }
    }

    private static byte[] Build(string name, int height, int width)
    {
        var graph = new GraphBuilder();
        graph.Output(Graphs[name](graph, graph.Input("x", 1, 16, height, width)));
        return OnnxModelWriter.Write(graph.Build());
    }

    private static float[] Compute(byte[] model, int threads)
    {
        using var session = ModelSession.Create(model, new SessionSettings(Threads: threads));
        var output = new float[session.Outputs[0].ElementCount];
        session.Run(
            new Dictionary<string, float[]> { ["x"] = TestModels.Picture(7, session.Inputs[0].ElementCount) },
            new Dictionary<string, float[]> { [session.Outputs[0].Name] = output },
            CancellationToken.None);
        return output;
    }

    private static string Kernel(GraphBuilder graph, int first, int second, int size) => graph.Initializer(
        "weights", OnnxTensor.FromFloats([first, second, size, size], TestModels.Picture(9, first * second * size * size)));
}
