using Glaze.Cloaking.Budget;

namespace Glaze.Cloaking.Tests.Budget;

public sealed class VisibilityMaskTests
{
    [Fact]
    public void Strip_AnyRows_AgreesWithTheWholePicture()
    {
        var picture = TestPictures.Cel(90, 120);
        var whole = VisibilityMask.Strip(picture, 0, 120);

        var strip = VisibilityMask.Strip(picture, 50, 25);

        strip.ShouldBe(whole.AsSpan(50 * 90, 25 * 90).ToArray(), tolerance: 1e-5);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 40)]
    [InlineData(40, 1)]
    [InlineData(3, 2)]
    public void Strip_SmallerThanItsFilters_StaysWithinZeroAndOne(int width, int height)
    {
        var mask = VisibilityMask.Strip(TestPictures.Noise(width, height), 0, height);

        mask.ShouldAllBe(value => value >= 0 && value <= 1);
    }
}
