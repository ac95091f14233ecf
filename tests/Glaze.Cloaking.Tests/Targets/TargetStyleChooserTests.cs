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

    [Fact]
    public void Choose_SameSeed_DrawsTheSame()
    {
        double[] distances = [5, 1, 4, 2, 3, 9, 8];

        TargetStyleChooser.Choose(distances, 7).ShouldBe(TargetStyleChooser.Choose(distances, 7));
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
