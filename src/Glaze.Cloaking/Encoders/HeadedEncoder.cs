using Glaze.Onnx;

namespace Glaze.Cloaking.Encoders;

/// <summary>An encoder that ends in one convolution, its head, before which a layer of the latent's height and width can be looked at.</summary>
public abstract class HeadedEncoder : SurrogateEncoder
{
    private readonly Lazy<InnerLayerEncoder> _guide;

    private protected HeadedEncoder() => _guide = new Lazy<InnerLayerEncoder>(() => new InnerLayerEncoder(this));

    /// <summary>The encoder with the layer before its head, where there is one.</summary>
    public override SurrogateEncoder Guide => InnerChannels == 0 ? this : _guide.Value;

    /// <summary>Channels of the layer before the head; 0 where there is none.</summary>
    internal abstract int InnerChannels { get; }

    /// <inheritdoc/>
    public override string Append(GraphBuilder graph, string image, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return AppendHead(graph, AppendTrunk(graph, image));
    }

    /// <summary>Writes all layers but the head.</summary>
    /// <param name="graph">The graph to extend.</param>
    /// <param name="image">Name of the image value, as for <see cref="Append"/>.</param>
    /// <returns>Name of the layer's value: (1, <see cref="InnerChannels"/>, H / Downscale, W / Downscale).</returns>
    internal abstract string AppendTrunk(GraphBuilder graph, string image);

    /// <summary>Writes the head.</summary>
    /// <param name="graph">The graph to extend.</param>
    /// <param name="trunk">Name of the value that <see cref="AppendTrunk"/> wrote.</param>
    /// <returns>Name of the latent value.</returns>
    internal abstract string AppendHead(GraphBuilder graph, string trunk);
}
