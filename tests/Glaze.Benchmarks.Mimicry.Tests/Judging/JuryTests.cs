using Glaze.Benchmarks.Mimicry.Judging;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Tests.Judging;

public sealed class JuryTests
{
    private static readonly Jury Jury = new(Around(0, 1), Around(1, 2), Around(2, 3), Around(0, 4));

    [Fact]
    public void Of_PicturesLikeTheArtists_IsMimicryAndNear()
    {
        var (alike, other) = (Jury.Of(Around(0, 5)), Jury.Of(Around(1, 6)));

        alike.Artist.ShouldBeGreaterThan(0.9);
        alike.Kernel.ShouldBeLessThan(other.Kernel);
        alike.Gram.ShouldBeLessThan(other.Gram);
    }

    [Fact]
    public void Of_PicturesLikeTheTargets_IsNoMimicry()
    {
        var verdict = Jury.Of(Around(2, 7));

        verdict.Artist.ShouldBeLessThan(0.1);
        verdict.Target.ShouldBeGreaterThan(0.9);
    }

    private static Seen Around(int kind, int seed)
    {
        var features = randn([40, 5], generator: new torch.Generator((ulong)seed));
        features[.., kind] += 5;
        return new Seen(features, [features.unsqueeze(2) * features.unsqueeze(1)]);
    }
}
