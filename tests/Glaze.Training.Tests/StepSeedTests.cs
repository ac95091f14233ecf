using Glaze.Training.Training;

namespace Glaze.Training.Tests;

public sealed class StepSeedTests
{
    // The first is SplitMix64's published first number of state 0, e220a8397b1dcdaf; the others were computed by another program. Written down, since a seed that
    // is the same within a process may differ in the next.
    [Theory]
    [InlineData(0, 0, (int)(0xE220A8397B1DCDAF >> 33))]
    [InlineData(1, 0, 1645620493)]
    [InlineData(1, 1, 270649555)]
    [InlineData(7, 4000, 1286353581)]
    public void Of_SeedAndStep_IsTheSameInEveryProcess(int seed, int step, int expected) => StepSeed.Of(seed, step).ShouldBe(expected);

    [Fact]
    public void Of_StepsAndSeeds_DifferAndAreNoneNegative()
    {
        var seeds = (from seed in Enumerable.Range(-2, 5) from step in Enumerable.Range(0, 2000) select StepSeed.Of(seed, step)).ToList();

        seeds.Min().ShouldBeGreaterThanOrEqualTo(0);
        seeds.Distinct().Count().ShouldBeGreaterThan(seeds.Count - 3); // two of 10,000 numbers of 31 bits meet by chance once in 43 times
    }
}
