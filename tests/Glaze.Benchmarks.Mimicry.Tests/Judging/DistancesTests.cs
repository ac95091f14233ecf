using Glaze.Benchmarks.Mimicry.Judging;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Tests.Judging;

public sealed class DistancesTests
{
    [Fact]
    public void Kernel_OfSetsOfOneKind_IsNearNothing()
    {
        Distances.Kernel(Normal(1, 0), Normal(2, 0), 8).ShouldBe(0, 0.03);
    }

    [Fact]
    public void Kernel_OfSetsThatMoveApart_Grows()
    {
        var distances = new[] { 0.0, 0.5, 1, 2 }.Select(away => Distances.Kernel(Normal(1, 0), Normal(2, away), 8)).ToList();

        distances.ShouldBe(distances.Order());
    }

    // By hand: two points at 0 and two at d apart, width w: 1 + 1 − 2·exp(−d²/2w).
    [Fact]
    public void Kernel_OfTwoPointsTwice_IsTheFormula()
    {
        Distances.Kernel(zeros(2, 1), full([2, 1], 3f), 4.5).ShouldBe(2 - (2 * Math.Exp(-1)), 1e-5);
    }

    [Fact]
    public void Gram_OfTheSameAndOfTwiceTheSame_IsNothingAndOne()
    {
        var gram = rand(4, 3, 3);

        Distances.Gram([gram], [gram]).ShouldBe(0);
        Distances.Gram([gram * 2], [gram]).ShouldBe(1, 1e-5);
    }

    private static Tensor Normal(int seed, double mean) => randn([120, 4], generator: new torch.Generator((ulong)seed)) + mean;
}
