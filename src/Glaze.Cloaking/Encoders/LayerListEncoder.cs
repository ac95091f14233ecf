using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Encoders;

/// <summary>A plain convolutional encoder described by a list of layers: the family that glaze-mini belongs to.</summary>
public sealed class LayerListEncoder : HeadedEncoder
{
    private const int LargestDownscale = 64;

    private readonly LayerListNet _net;
    private readonly SafetensorsFile _weights;
    private readonly float[] _deviation;

    private LayerListEncoder(string fileName, LayerListNet net, IReadOnlyList<LayerListFamily>? families, SafetensorsFile weights)
    {
        _net = net;
        _weights = weights;
        Name = net.Name.StartsWith(fileName, StringComparison.Ordinal) ? net.Name : $"{fileName}-{net.Name}";
        // A block keeps the channels it is given.
        LatentChannels = net.Layers.LastOrDefault(layer => layer.Operator == "conv")?.OutputChannels ?? 0;
        Downscale = (int)net.Layers.Where(layer => layer.Operator == "conv").Aggregate(1L, (scale, layer) => Math.Min(scale * layer.Stride, LargestDownscale + 1));
        _deviation = weights.Contains("latent.std") ? weights.Tensor("latent.std").ToFloats() : [];
        Families = families is null ? base.Families : Place(families);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string StandsFor => "GlazeEffect's own encoder";

    /// <inheritdoc/>
    public override IReadOnlyList<LatentFamily> Families { get; }

    /// <inheritdoc/>
    public override int LatentChannels { get; }

    /// <inheritdoc/>
    public override int Downscale { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<float> LatentDeviation => _deviation.Length > 0 ? _deviation : base.LatentDeviation;

    /// <inheritdoc/>
    public override long ParameterCount =>
        _weights.Names.Where(name => _net.Layers.Any(layer => name.StartsWith(layer.Name + ".", StringComparison.Ordinal)))
            .Sum(name => _weights.Shape(name).Aggregate(1L, (product, extent) => product * extent));

    /// <inheritdoc/>
    public override bool ToleratesHalfPrecision => true;

    /// <inheritdoc/>
    internal override int InnerChannels =>
        _net.Layers is [.., { Operator: "conv", Stride: 1 }] ? _net.Layers.SkipLast(1).LastOrDefault(layer => layer.Operator == "conv")?.OutputChannels ?? 0 : 0;

    /// <summary>Reads every net of a file.</summary>
    /// <param name="fileName">Prefix of the encoders' names, for example <c>glaze-mini</c>.</param>
    /// <param name="weights">The opened file.</param>
    /// <returns>One encoder per net.</returns>
    /// <exception cref="InvalidModelException">The file has no such description, or tensors are missing or misshapen.</exception>
    public static IReadOnlyList<LayerListEncoder> ReadAll(string fileName, SafetensorsFile weights)
    {
        if (!weights.Metadata.TryGetValue("architecture", out var json))
        {
            throw new InvalidModelException("The encoder file does not say its architecture; install the model again.");
        }

        var architecture = LayerListArchitecture.Parse(json);
        var encoders = architecture.Nets.Select(net => new LayerListEncoder(fileName, net, architecture.Families, weights)).ToList();
        encoders.ForEach(encoder => encoder.CheckShapes());
        return encoders;
    }

    /// <inheritdoc/>
    internal override string AppendTrunk(GraphBuilder graph, string image) => _net.Layers.SkipLast(1).Aggregate(image, (value, layer) => Append(graph, value, layer));

    /// <inheritdoc/>
    internal override string AppendHead(GraphBuilder graph, string trunk) => Append(graph, trunk, _net.Layers[^1]);

    private static List<LatentFamily> Place(IReadOnlyList<LayerListFamily> families)
    {
        var (placed, start) = (new List<LatentFamily>(), 0);
        foreach (var family in families)
        {
            placed.Add(new LatentFamily(LatentFamily.ShortNames.GetValueOrDefault(family.Name, family.Name), start, family.Channels));
            start += family.Channels;
        }

        return placed;
    }

    private string Append(GraphBuilder graph, string value, LayerListLayer layer) =>
        layer.Operator == "block" ? Block(graph, value, layer) : Layer(graph, value, layer);

    private string Block(GraphBuilder graph, string value, LayerListLayer layer)
    {
        var inner = graph.Relu(Convolution(graph, value, layer.Name + ".conv1", 1));
        return graph.Relu(graph.Add(value, Convolution(graph, inner, layer.Name + ".conv2", 1)));
    }

    private string Layer(GraphBuilder graph, string value, LayerListLayer layer)
    {
        var output = Convolution(graph, value, layer.Name, layer.Stride);
        return layer.HasRelu ? graph.Relu(output) : output;
    }

    private string Convolution(GraphBuilder graph, string value, string name, int stride)
    {
        var weight = _weights.Tensor(name + ".weight");
        var prefix = Name + "/" + name;
        return graph.Conv(
            value,
            graph.Initializer(prefix + ".weight", OnnxTensor.FromFloats(weight.Shape, weight.ToFloats())),
            graph.Initializer(prefix + ".bias", OnnxTensor.FromFloats(_weights.Tensor(name + ".bias").Shape, _weights.Tensor(name + ".bias").ToFloats())),
            stride,
            padding: (int)weight.Shape[2] / 2);
    }

    private void CheckShapes()
    {
        if (_deviation.Length > 0 && (_deviation.Length != LatentChannels || !Array.TrueForAll(_deviation, value => float.IsFinite(value) && value > 0)))
        {
            throw new InvalidModelException("The encoder's latent.std is not one positive number per channel of its latent; install the model again.");
        }

        if (LatentChannels <= 0)
        {
            throw new InvalidModelException("The encoder's architecture has no convolution; install the model again.");
        }

        if (Families.Any(family => family.Channels < 1) || Families.Sum(family => family.Channels) != LatentChannels)
        {
            throw new InvalidModelException("The families of the encoder's architecture do not add up to its latent; install the model again.");
        }

        if (Downscale is < 1 or > LargestDownscale)
        {
            throw new InvalidModelException($"The encoder shrinks pictures more than {LargestDownscale} times; update GlazeEffect.");
        }

        var channels = 3;
        foreach (var layer in _net.Layers)
        {
            if (layer.Operator == "block")
            {
                CheckShape(layer.Name + ".conv1", channels, channels, 3);
                CheckShape(layer.Name + ".conv2", channels, channels, 3);
            }
            else if (layer.Operator == "conv" && layer is { Kernel: > 0 and < 16 } and { Stride: 1 or 2 })
            {
                CheckShape(layer.Name, channels, layer.OutputChannels, layer.Kernel);
                channels = layer.OutputChannels;
            }
            else
            {
                throw new InvalidModelException($"The encoder's layer {layer.Name} ({layer.Operator}) is not one this version knows; update GlazeEffect.");
            }
        }
    }

    private void CheckShape(string name, int input, int output, int kernel)
    {
        long[] expected = [output, input, kernel, kernel];
        if (!_weights.Names.Contains(name + ".weight") || !_weights.Names.Contains(name + ".bias")
            || !_weights.Shape(name + ".weight").SequenceEqual(expected)
            || !_weights.Shape(name + ".bias").SequenceEqual([output]))
        {
            throw new InvalidModelException($"The encoder's tensor {name} is missing or has another shape than described; install the model again.");
        }
    }
}
