using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Views;
using Glaze.Engine.Models;
using Glaze.Onnx.Safetensors;

namespace Glaze.Engine.Jobs;

/// <summary>What pictures are looked at with: the embedded decoder, and the best encoder of its family at hand.</summary>
internal static class ModelViewSource
{
    /// <summary>
    /// Of how far the embedded encoder sees a cloak move a picture toward its target, this much is what the family's own encoder sees: the share
    /// that brings our view nearest to the published encoder's and decoder's (models/README.md).
    /// </summary>
    public const double EmbeddedShare = 0.15;

    private static readonly Lazy<LatentDecoder> Embedded = new(ReadDecoder);

    /// <summary>The embedded decoder.</summary>
    public static LatentDecoder Decoder => Embedded.Value;

    /// <summary>Through which encoder to look: the family's own where that is installed, else the embedded one.</summary>
    public static ViewEncoder Encoder(ModelCatalog models)
    {
        var decoder = Decoder;
        return models.Ensemble([]).Encoders
            .SelectMany(encoder => encoder.Families
                .Where(family => family.StandsFor == decoder.StandsFor && family.Channels == decoder.LatentChannels)
                .Select(family => new ViewEncoder(encoder, family, encoder is LayerListEncoder ? EmbeddedShare : 1)))
            .MaxBy(candidate => candidate.Share)
            ?? throw new InvalidOperationException("No encoder at hand stands for the decoder's family.");
    }

    private static LatentDecoder ReadDecoder()
    {
        using var stream = typeof(ModelViewSource).Assembly.GetManifestResourceStream("glaze-view.safetensors")
            ?? throw new InvalidOperationException("The embedded decoder is missing from this build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return LatentDecoder.Read(SafetensorsFile.Open(bytes));
    }
}
