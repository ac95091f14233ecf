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

    // A checkerboard of one level has fine energy 0.5 but is flat colour to the audit; one of four levels deviates by two.
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(4, 0.6, 1)]
    public void Strip_Checkerboard_HidesAChangeOnlyWhereColourIsNotFlat(int levels, double least, double most)
    {
        var picture = TestPictures.Fill(64, 64, (x, y) => (byte)(127 + ((x + y) % 2 * levels)) is var value ? (value, value, value) : default);

        var middle = VisibilityMask.Strip(picture, 32, 1)[32];

        middle.ShouldBeInRange((float)least, (float)most);
    }
}
