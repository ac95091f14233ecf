using System.Globalization;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Encoders;

/// <summary>
/// The encoder of a tiny autoencoder of the TAESD family: convolutions, ReLU and residual blocks, for Stable Diffusion
/// 1.x / 2.x, SDXL, SD3, FLUX.1 (plain), FLUX.2 (blocks with a normalised branch) and Sana (32-fold down-sampling).
/// </summary>
internal sealed class TinyAutoencoderEncoder : HeadedEncoder
{
    private const int PooledGroups = 4;
    private const float PooledEpsilon = 1e-5f;

    // C convolution, S strided with bias, r ReLU (no tensors), D strided without bias, B block.
    private const string EightfoldPattern = "CBDBBBDBBBDBBBC";
    private const string ThirtyTwofoldPattern = "SrSrBDBBBDBBBDBBBC";

    private static readonly string[] Prefixes = ["encoder.layers.", "taesd_encoder.", "encoder.", ""];

    private readonly EncoderWeights _weights;
    private readonly string _prefix;
    private readonly string _pattern;

    private TinyAutoencoderEncoder(EncoderWeights weights, string prefix, string pattern, string name, string? standsFor)
    {
        _weights = weights;
        _prefix = prefix;
        _pattern = pattern;
        Name = name;
        LatentChannels = CheckShapes();
        StandsFor = standsFor ?? Describe(LatentChannels, pattern);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string StandsFor { get; }

    /// <inheritdoc/>
    public override int LatentChannels { get; }

    /// <inheritdoc/>
    public override int Downscale => _pattern.Count(step => step is 'S' or 'D') == 5 ? 32 : 8;

    /// <inheritdoc/>
    public override long ParameterCount => _weights.ParameterCount;

    /// <inheritdoc/>
    public override bool ToleratesHalfPrecision => !Enumerable.Range(0, _pattern.Length).Any(index => IsPooled(Layer(index)));

    /// <inheritdoc/>
    internal override int InnerChannels => (int)_weights.Shape(Layer(_pattern.Length - 1) + ".weight", 4)[1];

    /// <summary>Recognises such an encoder, alone or beside its decoder, under the original or the diffusers names.</summary>
    /// <returns>The encoder, or null when the weights are something else.</returns>
    /// <exception cref="InvalidModelException">It is one, but a tensor is missing or misshapen.</exception>
    internal static TinyAutoencoderEncoder? TryRead(SafetensorsFile file, string name, string? standsFor)
    {
        if (Prefixes.FirstOrDefault(candidate => file.Contains(candidate + "0.weight")) is not { } prefix)
        {
            return null;
        }

        var pattern = file.Contains(prefix + "1.conv.0.weight") ? EightfoldPattern
            : file.Contains(prefix + "4.conv.0.weight") ? ThirtyTwofoldPattern
            : null;
        return pattern is null ? null : new TinyAutoencoderEncoder(new EncoderWeights(file, name), prefix, pattern, name, standsFor);
    }

    /// <inheritdoc/>
    internal override string AppendTrunk(GraphBuilder graph, string image)
    {
        var value = image;
        for (var index = 0; index < _pattern.Length - 1; index++)
        {
            value = _pattern[index] switch
            {
                'B' => Block(graph, value, Layer(index)),
                'r' => graph.Relu(value),
                'C' => _weights.Convolution(graph, value, Layer(index)),
                _ => _weights.Convolution(graph, value, Layer(index), stride: 2),
            };
        }

        return value;
    }

    /// <inheritdoc/>
    internal override string AppendHead(GraphBuilder graph, string trunk) => _weights.Convolution(graph, trunk, Layer(_pattern.Length - 1));

    // y = ReLU(x + conv(ReLU(conv(ReLU(conv(x)))))), before which FLUX.2 adds to x a 1×1, GroupNorm, ReLU, 1×1 branch.
    private string Block(GraphBuilder graph, string x, string name)
    {
        if (IsPooled(name))
        {
            var wide = _weights.GroupNormalization(graph, _weights.Convolution(graph, x, name + ".pool.0"), name + ".pool.1", PooledGroups, PooledEpsilon);
            x = graph.Add(x, _weights.Convolution(graph, graph.Relu(wide), name + ".pool.3"));
        }

        var inner = graph.Relu(_weights.Convolution(graph, x, name + ".conv.0"));
        inner = graph.Relu(_weights.Convolution(graph, inner, name + ".conv.2"));
        return graph.Relu(graph.Add(_weights.Convolution(graph, inner, name + ".conv.4"), x));
    }

    private int CheckShapes()
    {
        var channels = 3L;
        for (var index = 0; index < _pattern.Length; index++)
        {
            var name = Layer(index);
            if (_pattern[index] == 'B')
            {
                CheckBlock(name, channels);
            }
            else if (_pattern[index] != 'r')
            {
                var output = _weights.Shape(name + ".weight", 4)[0];
                _weights.RequireConvolution(name, channels, output, 3, hasBias: _pattern[index] != 'D');
                channels = output;
            }
        }

        return (int)channels;
    }

    private void CheckBlock(string name, long channels)
    {
        foreach (var convolution in (string[])[".conv.0", ".conv.2", ".conv.4"])
        {
            _weights.RequireConvolution(name + convolution, channels, channels, 3);
        }

        if (IsPooled(name))
        {
            var wide = _weights.Shape(name + ".pool.0.weight", 4)[0];
            _weights.RequireConvolution(name + ".pool.0", channels, wide, 1, hasBias: false);
            _weights.RequireNormalization(name + ".pool.1", wide);
            _weights.RequireConvolution(name + ".pool.3", wide, channels, 1, hasBias: false);
        }
    }

    private bool IsPooled(string name) => _weights.Has(name + ".pool.0.weight");

    private string Layer(int index) => _prefix + index.ToString(CultureInfo.InvariantCulture);

    // Families that share a shape cannot be told apart by it; the model manager knows them by their hash.
    private static string Describe(int latentChannels, string pattern) => (latentChannels, pattern) switch
    {
        (_, ThirtyTwofoldPattern) => "Sana",
        (4, _) => "Stable Diffusion 1.x / 2.x or SDXL",
        (16, _) => "FLUX.1 or Stable Diffusion 3",
        (32, _) => "FLUX.2",
        _ => $"an autoencoder with {latentChannels} latent channels",
    };
}
