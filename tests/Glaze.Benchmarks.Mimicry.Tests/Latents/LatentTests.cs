using Glaze.Benchmarks.Mimicry.Latents;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Tests.Latents;

public sealed class LatentTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glaze-mimicry-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Normal_OfTheLatentsMeasured_HasMeanZeroAndDeviationOne()
    {
        var latents = Enumerable.Range(0, 5).Select(i => (randn([3, 6, 4], generator: new torch.Generator((ulong)i)) * 2) + 1).ToList();

        var normal = LatentScale.Measure(latents).Normal(stack([.. latents]));

        normal.mean([0, 2, 3]).abs().max().item<float>().ShouldBeLessThan(1e-4f);
        (normal.permute(1, 0, 2, 3).flatten(1).std(1) - 1).abs().max().item<float>().ShouldBeLessThan(1e-4f);
    }

    [Fact]
    public void Kept_ScaleOfAFile_OutlivesOtherLatents()
    {
        var path = Path.Combine(_folder.FullName, "scale.safetensors");
        var first = LatentScale.Kept(path, [ones(2, 4, 4), zeros(2, 4, 4)]);

        var second = LatentScale.Kept(path, [full([2, 4, 4], 9f)]);

        (second.Mean - first.Mean).abs().max().item<float>().ShouldBe(0);
        second.Latent(second.Normal(full([1, 2, 1, 1], 3f))).sum().item<float>().ShouldBe(6, 1e-4);
    }

    [Fact]
    public void Draw_OfALatentThatCountsItsCells_CutsNeighbours()
    {
        var latent = arange(60, dtype: ScalarType.Float32).reshape(1, 6, 10);

        var crops = new CropBatch([[latent]], 4, isFlipped: false).Draw(new Random(1), 20);

        crops.shape.ShouldBe([20, 1, 4, 4]);
        (crops.diff(dim: 3) - 1).abs().max().item<float>().ShouldBe(0);
        (crops.diff(dim: 2) - 10).abs().max().item<float>().ShouldBe(0);
        crops[.., 0, 0, 0].unique().output.shape[0].ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Draw_OfTwoSets_TakesAsManyOfASmallOne()
    {
        var many = Enumerable.Range(0, 50).Select(_ => zeros(1, 4, 4)).ToList();

        new CropBatch([many, [ones(1, 4, 4)]], 4, isFlipped: true).Draw(new Random(1), 400).mean().item<float>().ShouldBe(0.5f, 0.1);
    }

    [Fact]
    public void Kept_DetailOfALatentHalvedAboutItsMeans_IsAQuarter()
    {
        var blocks = arange(24, dtype: ScalarType.Float32).reshape(2, 3, 4).repeat_interleave(4, 1).repeat_interleave(4, 2);
        var detail = tensor([1f, -1f]).repeat(2, 12, 8);

        LatentDetail.Kept(blocks + detail, blocks + detail).ShouldBe(1, 1e-6);
        LatentDetail.Kept(blocks + (detail / 2), (blocks * 7) - detail).ShouldBe(0.25, 1e-6);
        LatentDetail.Kept(blocks, blocks + detail).ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Kept_LatentThatIsNoWholeNumberOfBlocks_LeavesTheRestOut()
    {
        var latent = randn([3, 9, 7], generator: new torch.Generator(1));
        var other = latent.clone();
        other[.., 8, ..] = 100;
        other[.., .., TensorIndex.Slice(4)] = -100;

        LatentDetail.Kept(other, latent).ShouldBe(1, 1e-6);
    }
}
