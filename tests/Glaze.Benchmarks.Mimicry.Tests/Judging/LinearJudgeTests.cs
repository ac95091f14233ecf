using Glaze.Benchmarks.Mimicry.Judging;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Tests.Judging;

public sealed class LinearJudgeTests
{
    [Fact]
    public void Share_OfUnseenExamples_IsTheirClass()
    {
        var judge = new LinearJudge([Class(0, 1), Class(1, 2), Class(2, 3)]);

        for (var label = 0; label < 3; label++)
        {
            judge.Share(Class(label, 10 + label), label).ShouldBeGreaterThan(0.9);
        }
    }

    [Fact]
    public void Share_OfExamplesHalfWayBetweenTwoClasses_IsSplit()
    {
        var judge = new LinearJudge([Class(0, 1), Class(1, 2)]);

        judge.Share((Class(0, 3) + Class(1, 4)) / 2, 0).ShouldBe(0.5, 0.25);
    }

    [Fact]
    public void Ask_OfAnything_TellsProbabilities()
    {
        var answers = new LinearJudge([Class(0, 1), Class(1, 2)]).Ask(Class(1, 5));

        (answers.sum(1) - 1).abs().max().item<float>().ShouldBeLessThan(1e-5f);
    }

    private static Tensor Class(int label, int seed)
    {
        var features = randn([60, 6], generator: new torch.Generator((ulong)seed));
        features[.., label] += 5;
        return features;
    }
}
