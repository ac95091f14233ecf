using Glaze.Onnx;

namespace Glaze.Inference.Tests;

/// <summary>The operators that gradient graphs are made of, each asked of the WebGPU provider with no help from the CPU.</summary>
public sealed class WebGpuOperatorTests
{
    private static readonly Dictionary<string, Func<GraphBuilder, string, string>> Graphs = new(StringComparer.Ordinal)
    {
        ["Abs"] = (g, x) => g.Node("Abs", [x]),
        ["Add"] = (g, x) => g.Add(x, x),
        ["AveragePool"] = (g, x) => g.AveragePool(x, 2, 2),
        ["BatchNormalization"] = (g, x) => g.Node(
            "BatchNormalization", [x, Channels(g, 1f), Channels(g, 0f), Channels(g, 0.5f), Channels(g, 2f)]),
        ["Cast"] = (g, x) => Number(g, g.Node("Greater", [x, g.Constant(0.5)])),
        ["Clip"] = (g, x) => g.Clip(x, 0.2, 0.8),
        ["Concat"] = (g, x) => g.Concat(1, x, x),
        ["Conv"] = (g, x) => g.Conv(x, Kernel(g, 4, 4, 3)),
        ["Conv, depthwise"] = (g, x) => g.Conv(x, Kernel(g, 4, 1, 3), groups: 4),
        ["Conv, stride 2"] = (g, x) => g.Conv(x, Kernel(g, 4, 4, 3), stride: 2),
        ["ConvTranspose"] = (g, x) => g.Node("ConvTranspose", [x, Kernel(g, 4, 4, 3)]),
        ["DepthToSpace"] = (g, x) => g.Node("DepthToSpace", [x], ("blocksize", 2)),
        ["Div"] = (g, x) => g.Div(x, g.Constant(3.0)),
        ["Equal"] = (g, x) => Number(g, g.Node("Equal", [x, g.Constant(0.5)])),
        ["Erf"] = (g, x) => g.Node("Erf", [x]),
        ["Exp"] = (g, x) => g.Node("Exp", [x]),
        ["Expand"] = (g, x) => g.Node("Expand", [x, g.Constant(2, 4, 8, 8)]),
        ["Flatten"] = (g, x) => g.Node("Flatten", [g.Relu(x)]),
        ["Gemm"] = (g, x) => g.Node("Gemm", [g.Reshape(x, 4, 64), g.Reshape(g.Relu(x), 64, 4)]),
        ["GlobalAveragePool"] = (g, x) => g.Node("GlobalAveragePool", [x]),
        ["Greater"] = (g, x) => Number(g, g.Node("Greater", [x, g.Constant(0.25)])),
        ["InstanceNormalization"] = (g, x) => g.Node("InstanceNormalization", [x, Channels(g, 1f), Channels(g, 0f)]),
        ["LayerNormalization"] = (g, x) => g.Node(
            "LayerNormalization", [x, g.Initializer("scale", Filled(1f, 8))], ("axis", -1)),
        ["LeakyRelu"] = (g, x) => g.Node("LeakyRelu", [x], ("alpha", 0.1f)),
        ["Log"] = (g, x) => g.Node("Log", [x]),
        ["MatMul"] = (g, x) => g.MatMul(x, g.Transpose(x, 0, 1, 3, 2)),
        ["Max"] = (g, x) => g.Max(x, g.Constant(0.5)),
        ["MaxPool"] = (g, x) => g.Node(
            "MaxPool", [x], ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 })),
        ["Min"] = (g, x) => g.Min(x, g.Constant(0.5)),
        ["Mul"] = (g, x) => g.Mul(x, x),
        ["Neg"] = (g, x) => g.Node("Neg", [x]),
        ["Pad"] = (g, x) => g.Node("Pad", [x, g.Constant(0, 0, 1, 2, 0, 0, 3, 0)]),
        ["Pow"] = (g, x) => g.Node("Pow", [x, g.Constant(1.5)]),
        ["Reciprocal"] = (g, x) => g.Node("Reciprocal", [x]),
        ["ReduceMean"] = (g, x) => g.ReduceMean(x, [2, 3]),
        ["ReduceSum"] = (g, x) => g.ReduceSum(x, [1]),
        ["Relu"] = (g, x) => g.Relu(x),
        ["Reshape"] = (g, x) => g.Reshape(g.Relu(x), 8, 32),
        ["Resize, nearest"] = (g, x) => Resize(g, x, "nearest"),
        ["Resize, linear"] = (g, x) => Resize(g, x, "linear"),
        ["Sigmoid"] = (g, x) => g.Sigmoid(x),
        ["Slice"] = (g, x) => g.Slice(x, 2, 1, 7),
        ["Slice, step 2"] = (g, x) => g.Slice(x, 3, 0, 8, 2),
        ["Softmax"] = (g, x) => g.Softmax(x),
        ["Split"] = (g, x) => g.Concat(
            1, g.NodeWithOutputs("Split", [x, g.Constant(1, 3)], 2, ("axis", 1)).Reverse().ToArray()),
        ["Sqrt"] = (g, x) => g.Sqrt(x),
        ["Squeeze"] = (g, x) => g.Node("Squeeze", [g.Relu(x), g.Constant(0)]),
        ["Sub"] = (g, x) => g.Sub(x, g.Constant(0.5)),
        ["Tanh"] = (g, x) => g.Tanh(x),
        ["Transpose"] = (g, x) => g.Transpose(x, 0, 2, 3, 1),
        ["Unsqueeze"] = (g, x) => g.Node("Unsqueeze", [g.Relu(x), g.Constant(0)]),
        ["Where"] = (g, x) => g.Node("Where", [g.Node("Greater", [x, g.Constant(0.5)]), x, g.Constant(0.0)]),
    };

    public static TheoryData<string> Operators => [.. Graphs.Keys];

    [SwiftShaderTheory]
    [MemberData(nameof(Operators))]
    public void Run_OperatorOnWebGpuAlone_AgreesWithTheCpu(string name)
    {
        var model = Build(name);

        var actual = Compute(model, new SessionSettings(ExecutionProvider.WebGpu, AllowsCpuOperators: false));

        var expected = Compute(model, new SessionSettings(Threads: 1));
        for (var i = 0; i < expected.Length; i++)
        {
            actual[i].ShouldBe(expected[i], 1e-3f * (1f + MathF.Abs(expected[i])), $"element {i}");
        }
    }

    private static byte[] Build(string name)
    {
        var graph = new GraphBuilder();
        graph.Output(Graphs[name](graph, graph.Input("x", 1, 4, 8, 8)));
        return OnnxModelWriter.Write(graph.Build());
    }

    private static float[] Compute(byte[] model, SessionSettings settings)
    {
        using var session = ModelSession.Create(model, settings);
        var output = new float[session.Outputs[0].ElementCount];
        session.Run(
            new Dictionary<string, float[]> { ["x"] = TestModels.Picture(7, session.Inputs[0].ElementCount) },
            new Dictionary<string, float[]> { [session.Outputs[0].Name] = output },
            CancellationToken.None);
        return output;
    }

    private static string Number(GraphBuilder graph, string condition) => graph.Node("Cast", [condition], ("to", 1));

    private static string Resize(GraphBuilder graph, string x, string mode) => graph.Node(
        "Resize", [x, string.Empty, string.Empty, graph.Constant(1, 4, 16, 16)], ("mode", mode));

    private static string Channels(GraphBuilder graph, float value) => graph.Constant(Filled(value, 4));

    private static string Kernel(GraphBuilder graph, int outputs, int inputs, int size) => graph.Initializer(
        "weights", OnnxTensor.FromFloats([outputs, inputs, size, size], TestModels.Picture(9, outputs * inputs * size * size)));

    private static OnnxTensor Filled(float value, int count) =>
        OnnxTensor.FromFloats([count], [.. Enumerable.Repeat(value, count)]);
}
