using Glaze.Onnx;

namespace Glaze.Cloaking.Encoders;

/// <summary>
/// An encoder whose latent is followed by the layer before its head, which counts as one family more: what a cloak moves there, other
/// encoders' heads see too (feature-level attacks, arXiv 1907.10823). For computing cloaks, never for judging them.
/// </summary>
/// <param name="encoder">The encoder; has such a layer.</param>
internal sealed class InnerLayerEncoder(HeadedEncoder encoder) : SurrogateEncoder
{
    /// <inheritdoc/>
    public override string Name => encoder.Name;

    /// <inheritdoc/>
    public override string StandsFor => encoder.StandsFor;

    /// <inheritdoc/>
    public override int LatentChannels => encoder.LatentChannels + encoder.InnerChannels;

    /// <inheritdoc/>
    public override IReadOnlyList<LatentFamily> Families { get; } = [.. encoder.Families, new LatentFamily($"inner layer of {encoder.Name}", encoder.LatentChannels, encoder.InnerChannels)];

    /// <inheritdoc/>
    public override int Downscale => encoder.Downscale;

    /// <summary>The layer's channels count by how much they move: their usual deviations are not known.</summary>
    public override IReadOnlyList<float> LatentDeviation { get; } = [.. encoder.LatentDeviation, .. Enumerable.Repeat(1f, encoder.InnerChannels)];

    /// <inheritdoc/>
    public override long ParameterCount => encoder.ParameterCount;

    /// <inheritdoc/>
    public override bool ToleratesHalfPrecision => encoder.ToleratesHalfPrecision;

    /// <inheritdoc/>
    public override string Append(GraphBuilder graph, string image, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var inner = encoder.AppendTrunk(graph, image);
        return graph.Concat(1, encoder.AppendHead(graph, inner), inner);
    }
}
