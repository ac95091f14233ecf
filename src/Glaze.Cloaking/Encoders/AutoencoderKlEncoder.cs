using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Encoders;

/// <summary>
/// The encoder of a variational autoencoder as latent diffusion models use it (Stable Diffusion 1.x / 2.x, SDXL, SD3, FLUX.1,
/// FLUX.2): residual blocks with group normalisation, one attention in the middle; arXiv 2112.10752, appendix G.
/// The latent is the posterior's mean, the first half of the moments.
/// </summary>
internal sealed class AutoencoderKlEncoder : SurrogateEncoder
{
    private static readonly string[] Prefixes = ["encoder.", "first_stage_model.encoder.", "vae.encoder.", "model.encoder.", ""];

    private readonly EncoderWeights _weights;
    private readonly AutoencoderKlLayers _layers;
    private readonly float[] _deviation;

    private AutoencoderKlEncoder(EncoderWeights weights, AutoencoderKlLayers layers, float[] deviation, string name, string? standsFor)
    {
        _weights = weights;
        _layers = layers;
        _deviation = deviation;
        Name = name;
        StandsFor = standsFor ?? Describe(layers.LatentChannels);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string StandsFor { get; }

    /// <inheritdoc/>
    public override int LatentChannels => _layers.LatentChannels;

    /// <inheritdoc/>
    public override int Downscale => 1 << (_layers.Stages.Count - 1);

    /// <inheritdoc/>
    public override IReadOnlyList<float> LatentDeviation => _deviation;

    /// <inheritdoc/>
    public override long ParameterCount => _weights.ParameterCount;

    /// <inheritdoc/>
    public override string Append(GraphBuilder graph, string image, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var centred = graph.Add(graph.Mul(image, 2), -1);
        return new AutoencoderKlWriter(graph, _weights, _layers).Write(centred);
    }

    /// <summary>Recognises such an encoder, alone or beside its decoder, under any of its published names.</summary>
    /// <returns>The encoder, or null when the weights are something else.</returns>
    /// <exception cref="InvalidModelException">It is one, but a tensor is missing or misshapen.</exception>
    internal static AutoencoderKlEncoder? TryRead(SafetensorsFile file, string name, string? standsFor)
    {
        foreach (var prefix in Prefixes)
        {
            var names = AutoencoderKlNames.All.FirstOrDefault(candidate =>
                file.Contains(prefix + candidate.Block(0, 0) + ".norm1.weight") && file.Contains(prefix + candidate.Query + ".weight"));
            if (names is not null && file.Contains(prefix + "conv_in.weight"))
            {
                var weights = new EncoderWeights(file, name);
                var layers = AutoencoderKlLayers.Read(weights, prefix, names);
                return new AutoencoderKlEncoder(weights, layers, Deviation(file, layers.LatentChannels), name, standsFor);
            }
        }

        return null;
    }

    private static string Describe(int latentChannels) => latentChannels switch
    {
        4 => "Stable Diffusion 1.x / 2.x or SDXL",
        16 => "FLUX.1 or Stable Diffusion 3",
        32 => "FLUX.2",
        _ => $"an autoencoder with {latentChannels} latent channels",
    };

    // FLUX.2 stores the variance of its latents, four packed positions per channel; for the others it is the inverse of the
    // published scaling factor (Stable Diffusion 0.18215, FLUX.1 0.3611).
    private static float[] Deviation(SafetensorsFile file, int latentChannels)
    {
        const string Variance = "bn.running_var";
        const int Packed = 4;
        if (file.Contains(Variance) && file.Shape(Variance).SequenceEqual([(long)latentChannels * Packed]))
        {
            var variance = file.Tensor(Variance).ToFloats();
            return [.. variance.Chunk(Packed).Select(chunk => MathF.Sqrt(chunk.Average()))];
        }

        var usual = latentChannels switch { 4 => 1 / 0.18215f, 16 => 1 / 0.3611f, _ => 1 };
        return [.. Enumerable.Repeat(usual, latentChannels)];
    }
}
