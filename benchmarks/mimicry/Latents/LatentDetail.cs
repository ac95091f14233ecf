using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Latents;

/// <summary>How much detail an encoder sees: what a latent has beside its means over 4×4 cells.</summary>
internal static class LatentDetail
{
    private const int Block = 4;

    /// <summary>Energy of detail, relative to another latent's: 1 where there is as much of it, 0 where only the means are left.</summary>
    /// <param name="latent">(C, H, W), H and W at least 4; what does not fill a block at the right and lower edge is left out.</param>
    /// <param name="original">The same shape.</param>
    public static double Kept(Tensor latent, Tensor original) => Energy(latent) / Energy(original);

    private static double Energy(Tensor latent)
    {
        using var scope = NewDisposeScope();
        var (height, width) = (latent.shape[1] / Block, latent.shape[2] / Block);
        var blocks = latent.narrow(1, 0, height * Block).narrow(2, 0, width * Block).reshape(-1, height, Block, width, Block);
        return (blocks - blocks.mean([2, 4], keepdim: true)).square().sum().item<float>();
    }
}
