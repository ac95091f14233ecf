using Glaze.Cloaking.Targets;

namespace Glaze.Cloaking.Tests.Targets;

public sealed class TargetStyleChooserTests
{
    [Fact]
    public void Choose_ManySeeds_DrawsOnlyFromThe50To75Percentile()
    {
        // Distances 0..20 in mixed order: percentiles 50..75 are the values 10..15.
        var distances = Enumerable.Range(0, 21).Select(i => (double)(i * 8 % 21)).ToList();

        var drawn = Enumerable.Range(0, 300).Select(seed => distances[TargetStyleChooser.Choose(distances, seed)]).ToHashSet();

        drawn.Order().ShouldBe([10, 11, 12, 13, 14, 15]);
    }

    // Written down once: an artist's pictures of last year and of today lead to one style only if this never changes.
    [Fact]
    public void Choose_Seeds_DrawTheSameInEveryVersion()
    {
        var distances = Enumerable.Range(0, 21).Select(i => (double)(i * 8 % 21)).ToList();

        Enumerable.Range(0, 12).Select(seed => distances[TargetStyleChooser.Choose(distances, seed)])
            .ShouldBe([14, 11, 14, 11, 14, 12, 15, 12, 15, 12, 15, 12]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Choose_FewCandidates_StillDraws(int count) =>
        TargetStyleChooser.Choose(Enumerable.Range(0, count).Select(i => (double)i).ToList(), 1).ShouldBeInRange(0, count - 1);

    [Fact]
    public void Choose_NoCandidates_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => TargetStyleChooser.Choose([], 1));
}
