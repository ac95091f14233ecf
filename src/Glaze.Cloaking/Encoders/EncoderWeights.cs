using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Encoders;

/// <summary>
/// The tensors of one network inside a weight file: checked when the file is recognised, read and turned into
/// initializers when a graph is written.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="graphName">Prefix of the initializers' names; the same network written twice into one graph shares them.</param>
internal sealed class EncoderWeights(SafetensorsFile file, string graphName)
{
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);

    /// <summary>Number of weights in the required tensors.</summary>
    public long ParameterCount => _required.Sum(name => file.Shape(name).Aggregate(1L, (product, extent) => product * extent));

    /// <summary>True when the file has the tensor.</summary>
    public bool Has(string name) => file.Contains(name);

    /// <summary>Shape of a tensor that must have the given number of dimensions.</summary>
    /// <exception cref="InvalidModelException">It is missing or has another rank.</exception>
    public IReadOnlyList<long> Shape(string name, int rank)
    {
        var shape = file.Contains(name) ? file.Shape(name) : throw Missing(name);
        return shape.Count == rank ? shape : throw Misshapen(name);
    }

    /// <summary>Demands a tensor of exactly this shape.</summary>
    /// <exception cref="InvalidModelException">It is missing or has another shape.</exception>
    public void Require(string name, params long[] shape)
    {
        if (!file.Contains(name))
        {
            throw Missing(name);
        }

        if (!file.Shape(name).SequenceEqual(shape))
        {
            throw Misshapen(name);
        }

        _required.Add(name);
    }

    /// <summary>Demands a square convolution, with bias unless said otherwise.</summary>
    public void RequireConvolution(string name, long input, long output, long kernel, bool hasBias = true)
    {
        Require(name + ".weight", output, input, kernel, kernel);
        if (hasBias)
        {
            Require(name + ".bias", output);
        }
    }

    /// <summary>Demands a 1×1 convolution, which may be stored as a matrix.</summary>
    public void RequirePointwise(string name, long channels)
    {
        if (file.Contains(name + ".weight") && file.Shape(name + ".weight").Count == 2)
        {
            Require(name + ".weight", channels, channels);
        }
        else
        {
            Require(name + ".weight", channels, channels, 1, 1);
        }

        Require(name + ".bias", channels);
    }

    /// <summary>Demands scale and bias of a normalisation.</summary>
    public void RequireNormalization(string name, long channels)
    {
        Require(name + ".weight", channels);
        Require(name + ".bias", channels);
    }

    /// <summary>Writes a convolution; bias if the file has one.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">Input, NCHW.</param>
    /// <param name="name">Name of the layer in the file.</param>
    /// <param name="stride">Step along both axes.</param>
    /// <param name="pads">Zeros at top, left, bottom, right; null for half the kernel.</param>
    public string Convolution(GraphBuilder graph, string x, string name, int stride = 1, long[]? pads = null)
    {
        var weight = Initializer(graph, name + ".weight", 4);
        var bias = file.Contains(name + ".bias") ? Initializer(graph, name + ".bias", 1) : null;
        var half = graph.Shape(weight)[2] / 2;
        return graph.Conv(x, weight, bias, [stride, stride], pads ?? [half, half, half, half], 1, [1, 1]);
    }

    /// <summary>Writes a group normalisation.</summary>
    public string GroupNormalization(GraphBuilder graph, string x, string name, int groups, float epsilon) =>
        graph.GroupNormalization(x, groups, Initializer(graph, name + ".weight", 1), Initializer(graph, name + ".bias", 1), epsilon);

    /// <summary>Writes a tensor as a float32 initializer of the given rank (ones are appended to its shape), once per graph.</summary>
    public string Initializer(GraphBuilder graph, string name, int rank)
    {
        var key = $"{graphName}/{name}";
        if (graph.IsDefined(key))
        {
            return key;
        }

        var tensor = file.Tensor(name);
        long[] shape = [.. tensor.Shape, .. Enumerable.Repeat(1L, Math.Max(0, rank - tensor.Shape.Length))];
        return graph.Initializer(key, tensor.Type == ElementType.Float
            ? new OnnxTensor(ElementType.Float, shape, tensor.Bytes)
            : OnnxTensor.FromFloats(shape, tensor.ToFloats()));
    }

    private static InvalidModelException Missing(string name) =>
        new($"The weights lack the tensor '{name}'; the file is incomplete or of a kind this version does not know.");

    private InvalidModelException Misshapen(string name) =>
        new($"The tensor '{name}' has the unexpected shape [{string.Join(", ", file.Shape(name))}]; the file is of a kind this version does not know.");
}
