using Glaze.Cloaking.Views;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Tests.Views;

/// <summary>A decoder that repeats the first three channels of its latent: what it paints is known without computing it.</summary>
internal static class TinyDecoder
{
    public const string Architecture = """
        {"decoder":{"family":"sd","channels":4,"layers":[
          {"op":"enlarge","name":"v.0"},{"op":"enlarge","name":"v.1"},
          {"op":"conv","name":"v.2","out":12},{"op":"shuffle","name":"v.3"}]}}
        """;

    public static LatentDecoder Create(string architecture = Architecture) => LatentDecoder.Read(SafetensorsFile.Open(SafetensorsWriter.Write(
        Weights(), new Dictionary<string, string> { ["architecture"] = architecture })));

    // Channel 4c + k of the last convolution is channel c of its input, at its own place.
    private static Dictionary<string, OnnxTensor> Weights()
    {
        var weights = new float[12 * 4 * 9];
        for (var output = 0; output < 12; output++)
        {
            weights[(((output * 4) + (output / 4)) * 9) + 4] = 1;
        }

        return new Dictionary<string, OnnxTensor>
        {
            ["v.2.weight"] = OnnxTensor.FromFloats([12, 4, 3, 3], weights),
            ["v.2.bias"] = OnnxTensor.FromFloats([12], new float[12]),
        };
    }
}
