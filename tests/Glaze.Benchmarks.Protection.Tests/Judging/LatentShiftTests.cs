using Glaze.Benchmarks.Protection.Judging;

namespace Glaze.Benchmarks.Protection.Tests.Judging;

public sealed class LatentShiftTests
{
    // The target is 5 away from the original, along 3, 4.
    private static readonly float[] Original = [1, 1];
    private static readonly float[] Target = [4, 5];

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(4, 5, 1)]
    [InlineData(2.5f, 3, 0.5)]
    [InlineData(-2, -3, -1)]
    [InlineData(8, 2, 0)] // 5 away from the target, too, on another side
    public void Of_LatentsOfTwoValues_IsTheShareOfTheWayToTheTarget(float first, float second, double expected)
    {
        LatentShift.Of(Original, [first, second], Target).ShouldBe(expected, 1e-9);
    }

    [Fact]
    public void Of_ATargetThatLooksLikeTheOriginal_IsZero()
    {
        LatentShift.Of(Original, Target, Original).ShouldBe(0);
    }
}
