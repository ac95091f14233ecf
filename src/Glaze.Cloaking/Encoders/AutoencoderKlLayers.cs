using Glaze.Onnx;

namespace Glaze.Cloaking.Encoders;

/// <summary>The layers of one AutoencoderKL encoder, read off its tensors and checked.</summary>
/// <param name="Prefix">What every name of the encoder starts with.</param>
/// <param name="Names">The set of names used.</param>
/// <param name="Stages">The resolutions, finest first.</param>
/// <param name="QuantConvolution">Name of the 1×1 convolution after the encoder, or null.</param>
/// <param name="LatentChannels">Channels of the mean.</param>
internal sealed record AutoencoderKlLayers(
    string Prefix,
    AutoencoderKlNames Names,
    IReadOnlyList<AutoencoderKlStage> Stages,
    string? QuantConvolution,
    int LatentChannels)
{
    /// <summary>Groups of every normalisation.</summary>
    public const int Groups = 32;

    private const int MaximumStages = 8;

    /// <summary>Reads and checks.</summary>
    /// <exception cref="InvalidModelException">A tensor is missing or misshapen.</exception>
    public static AutoencoderKlLayers Read(EncoderWeights weights, string prefix, AutoencoderKlNames names)
    {
        var channels = weights.Shape(prefix + "conv_in.weight", 4)[0];
        weights.RequireConvolution(prefix + "conv_in", 3, channels, 3);
        var stages = new List<AutoencoderKlStage>();
        while (stages.Count < MaximumStages && weights.Has(prefix + names.Block(stages.Count, 0) + ".norm1.weight"))
        {
            stages.Add(ReadStage(weights, prefix, names, stages.Count, ref channels));
        }

        if (stages[^1].Downsample is not null)
        {
            throw new InvalidModelException($"The weights end after stage {stages.Count}; the file is incomplete.");
        }

        CheckMiddle(weights, prefix, names, channels);
        RequireNormalization(weights, prefix + names.OutputNormalization, channels);
        var moments = weights.Shape(prefix + "conv_out.weight", 4)[0];
        weights.RequireConvolution(prefix + "conv_out", channels, moments, 3);
        var quant = QuantName(weights, prefix);
        if (quant is not null)
        {
            weights.RequireConvolution(quant, moments, moments, 1);
        }

        return new AutoencoderKlLayers(prefix, names, stages, quant, (int)(moments / 2));
    }

    private static AutoencoderKlStage ReadStage(EncoderWeights weights, string prefix, AutoencoderKlNames names, int stage, ref long channels)
    {
        var blocks = new List<AutoencoderKlBlock>();
        while (weights.Has(prefix + names.Block(stage, blocks.Count) + ".norm1.weight"))
        {
            blocks.Add(ReadBlock(weights, prefix + names.Block(stage, blocks.Count), names, ref channels));
        }

        var downsample = prefix + names.Downsample(stage);
        if (!weights.Has(downsample + ".weight"))
        {
            return new AutoencoderKlStage(blocks, null);
        }

        weights.RequireConvolution(downsample, channels, channels, 3);
        return new AutoencoderKlStage(blocks, downsample);
    }

    private static AutoencoderKlBlock ReadBlock(EncoderWeights weights, string name, AutoencoderKlNames names, ref long channels)
    {
        var output = weights.Shape(name + ".conv1.weight", 4)[0];
        RequireNormalization(weights, name + ".norm1", channels);
        weights.RequireConvolution(name + ".conv1", channels, output, 3);
        RequireNormalization(weights, name + ".norm2", output);
        weights.RequireConvolution(name + ".conv2", output, output, 3);
        var shortcut = output == channels ? null : $"{name}.{names.Shortcut}";
        if (shortcut is not null)
        {
            weights.RequireConvolution(shortcut, channels, output, 1);
        }

        channels = output;
        return new AutoencoderKlBlock(name, shortcut);
    }

    private static void CheckMiddle(EncoderWeights weights, string prefix, AutoencoderKlNames names, long channels)
    {
        for (var index = 0; index < 2; index++)
        {
            var before = channels;
            _ = ReadBlock(weights, prefix + names.MiddleBlock(index), names, ref before);
        }

        RequireNormalization(weights, prefix + names.AttentionNormalization, channels);
        foreach (var projection in (string[])[names.Query, names.Key, names.Value, names.AttentionOutput])
        {
            weights.RequirePointwise(prefix + projection, channels);
        }
    }

    private static void RequireNormalization(EncoderWeights weights, string name, long channels)
    {
        weights.RequireNormalization(name, channels);
        if (channels % Groups != 0)
        {
            throw new InvalidModelException($"The {channels} channels of '{name}' do not divide into {Groups} groups; the file is of a kind this version does not know.");
        }
    }

    // Beside the encoder in most files, inside it in FLUX.2's.
    private static string? QuantName(EncoderWeights weights, string prefix)
    {
        var outer = prefix.EndsWith("encoder.", StringComparison.Ordinal) ? prefix[..^"encoder.".Length] : prefix;
        return ((string[])[prefix + "quant_conv", outer + "quant_conv"]).FirstOrDefault(name => weights.Has(name + ".weight"));
    }
}
