using Glaze.Onnx;

namespace Glaze.Cloaking.Encoders;

/// <summary>An image encoder Φ that stands in for the unknown model's: weights plus a description from which its graph is written.</summary>
public abstract class SurrogateEncoder
{
    /// <summary>Identifier, as given to <c>--surrogate</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it stands for, in users' words (for example "FLUX.2").</summary>
    public abstract string StandsFor { get; }

    /// <summary>Channels of the latent.</summary>
    public abstract int LatentChannels { get; }

    /// <summary>The families of image models that the latent stands for: one, but for glaze-mini, whose head serves several.</summary>
    public virtual IReadOnlyList<LatentFamily> Families => [new(StandsFor, 0, LatentChannels)];

    /// <summary>Pixels per latent position along each axis, for example 8.</summary>
    public abstract int Downscale { get; }

    /// <summary>Standard deviation of each latent channel over many pictures, used to weigh channels equally.</summary>
    public virtual IReadOnlyList<float> LatentDeviation => Enumerable.Repeat(1f, LatentChannels).ToArray();

    /// <summary>Number of weights.</summary>
    public abstract long ParameterCount { get; }

    /// <summary>Whether binary16 holds every value inside: true for plain convolutions; sums over whole planes overflow.</summary>
    public virtual bool ToleratesHalfPrecision => false;

    /// <summary>What cloaks are computed on: this encoder, or the same with more of what it sees inside as its latent. Only audits ask the encoder itself.</summary>
    public virtual SurrogateEncoder Guide => this;

    /// <summary>Writes the encoder's nodes into a graph.</summary>
    /// <param name="graph">The graph to extend.</param>
    /// <param name="image">Name of the image value: (1, 3, H, W), RGB, 0..1, H and W multiples of <see cref="Downscale"/>.</param>
    /// <param name="width">W in pixels.</param>
    /// <param name="height">H in pixels.</param>
    /// <returns>Name of the latent value: (1, <see cref="LatentChannels"/>, H / Downscale, W / Downscale).</returns>
    public abstract string Append(GraphBuilder graph, string image, int width, int height);
}
