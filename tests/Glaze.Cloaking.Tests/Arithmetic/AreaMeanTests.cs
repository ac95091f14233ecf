using Glaze.Cloaking.Arithmetic;

namespace Glaze.Cloaking.Tests.Arithmetic;

public sealed class AreaMeanTests
{
    [Fact]
    public void Of_UniformPlane_StaysUniform() =>
        AreaMean.Of([.. Enumerable.Repeat((byte)6, 101 * 67)], 101, 67, 30, 20).ShouldAllBe(value => value == 6);

    [Fact]
    public void Of_HalfBlack_GivesTheMeanOfWhatIsCovered() =>
        AreaMean.Of([0, 100, 200, 40, 0, 100, 0, 160], 4, 2, 2, 1).ShouldBe([50, 100]);
}
