using static TorchSharp.torch;

namespace Glaze.Torch.Tests.Published;

/// <summary>
/// Encoders as they were published, written from papers and documentation with libtorch's own layers and nothing of ours: what graphs and
/// gradients are compared with, in the tests and in the speed benchmark.
/// </summary>
internal static class PublishedEncoder
{
    /// <summary>The function image in 0..1 → latent of the weights in a file.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="net">Which net, where a file holds several.</param>
    public static Func<Tensor, Tensor> Of(PublishedWeights weights, int net = 0) =>
        weights.Metadata("architecture") is { } architecture ? LayerList.Read(weights, architecture, net)
        : AutoencoderKl.TryRead(weights) ?? TinyAutoencoder.Read(weights);
}
