using System.Text.Json;
using Glaze.Inference;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Tests.Encoders.Parity;

/// <summary>One reference computed by PyTorch (make_parity.py), and the comparison with a graph of ours.</summary>
internal sealed class ParityCase
{
    private readonly SafetensorsFile _reference;

    private ParityCase(SafetensorsFile reference)
    {
        _reference = reference;
        Shapes = JsonSerializer.Deserialize<Dictionary<string, long[]>>(reference.Metadata["weights"])!;
    }

    /// <summary>Names and shapes of the case's weights.</summary>
    public IReadOnlyDictionary<string, long[]> Shapes { get; }

    public SafetensorsFile Weights => SyntheticNumbers.Weights(Shapes);

    public int Height => (int)_reference.Shape("grad_x")[2];

    public int Width => (int)_reference.Shape("grad_x")[3];

    public static ParityCase Load(string name) =>
        new(SafetensorsFile.Open(Path.Combine(AppContext.BaseDirectory, "Encoders", "Parity", name + ".safetensors")));

    public float[] Reference(string name) => _reference.Tensor(name).ToFloats();

    /// <summary>Runs a model once on the processor and gives every output.</summary>
    public static Dictionary<string, float[]> Run(OnnxModel model, Dictionary<string, float[]> inputs)
    {
        using var session = ModelSession.Create(OnnxModelWriter.Write(model), new SessionSettings(ExecutionProvider.Cpu, Threads: 1));
        var outputs = session.Outputs.ToDictionary(output => output.Name, output => new float[output.ElementCount]);
        session.Run(inputs, outputs, CancellationToken.None);
        return outputs;
    }

    /// <summary>‖actual − expected‖ / ‖expected‖.</summary>
    public static double RelativeError(float[] actual, float[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        var difference = actual.Zip(expected, (a, b) => Math.Pow((double)a - b, 2)).Sum();
        return Math.Sqrt(difference / expected.Sum(value => (double)value * value));
    }
}
