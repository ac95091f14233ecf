using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Latents;

/// <summary>Random crops of latents, as trainers cut pictures: at places of the latent's own grid.</summary>
/// <param name="sets">Sets of latents (C, H, W), H and W at least the side; each set is drawn from as often as the others.</param>
/// <param name="side">Side of a crop, in latent cells.</param>
/// <param name="isFlipped">Whether half of the crops are mirrored as latents, where no latents of mirrored pictures are at hand.</param>
internal sealed class CropBatch(IReadOnlyList<IReadOnlyList<Tensor>> sets, int side, bool isFlipped)
{
    /// <summary>Crops (count, C, side, side).</summary>
    public Tensor Draw(Random random, int count)
    {
        using var scope = NewDisposeScope();
        return stack([.. Enumerable.Range(0, count).Select(_ => Crop(random))]).MoveToOuterDisposeScope();
    }

    private Tensor Crop(Random random)
    {
        var latents = sets[random.Next(sets.Count)];
        var latent = latents[random.Next(latents.Count)];
        var crop = latent.narrow(1, random.Next((int)latent.shape[1] - side + 1), side).narrow(2, random.Next((int)latent.shape[2] - side + 1), side);
        return isFlipped && random.Next(2) == 0 ? crop.flip(2) : crop;
    }
}
