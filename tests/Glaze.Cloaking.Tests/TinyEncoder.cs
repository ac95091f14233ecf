using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Inference;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Tests;

/// <summary>A two-layer encoder with seeded random weights: a real graph, in milliseconds.</summary>
internal static class TinyEncoder
{
    public const string Architecture = """
        {"nets":[{"name":"a","layers":[
          {"op":"conv","name":"a.0","in":3,"out":8,"kernel":5,"stride":2,"relu":true},
          {"op":"block","name":"a.1","channels":8},
          {"op":"conv","name":"a.2","in":8,"out":8,"kernel":3,"stride":2,"relu":true},
          {"op":"conv","name":"a.3","in":8,"out":4,"kernel":3,"stride":2,"relu":false}]}]}
        """;

    public static SurrogateEnsemble Ensemble() =>
        new(LayerListEncoder.ReadAll("tiny", SafetensorsFile.Open(SafetensorsWriter.Write(Weights(), Metadata(Architecture)))));

    public static SessionPool Sessions(int threads = 2) => new(Ensemble(), new SessionSettings(ExecutionProvider.Cpu, threads));

    public static Dictionary<string, string> Metadata(string architecture) => new() { ["architecture"] = architecture };

    public static Dictionary<string, OnnxTensor> Weights()
    {
        var weights = new Dictionary<string, OnnxTensor>();
        Add(weights, "a.0", 8, 3, 5);
        Add(weights, "a.1.conv1", 8, 8, 3);
        Add(weights, "a.1.conv2", 8, 8, 3);
        Add(weights, "a.2", 8, 8, 3);
        Add(weights, "a.3", 4, 8, 3);
        return weights;
    }

    private static void Add(Dictionary<string, OnnxTensor> weights, string name, int output, int input, int kernel)
    {
        var count = output * input * kernel * kernel;
        var scale = MathF.Sqrt(2f / (input * kernel * kernel));
        var values = TestTensors.Normal(count, name.Sum(letter => letter)).Select(value => value * scale).ToArray();
        weights[name + ".weight"] = OnnxTensor.FromFloats([output, input, kernel, kernel], values);
        weights[name + ".bias"] = OnnxTensor.FromFloats([output], new float[output]);
    }
}
