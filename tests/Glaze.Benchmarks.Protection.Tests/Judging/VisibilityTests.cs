using Glaze.Benchmarks.Protection.Judging;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Tests.Judging;

public sealed class VisibilityTests
{
    [Fact]
    public void Rms_OfTwoChangedValuesAmongSix_IsWorkedByHand()
    {
        var original = new PixelBuffer(2, 1, [10, 20, 30, 255, 40, 50, 60, 255]);
        var cloaked = new PixelBuffer(2, 1, [13, 20, 30, 255, 40, 46, 60, 255]);

        // √((3² + 4²) / 6)
        Visibility.Rms(original, cloaked).ShouldBe(2.0412, 1e-4);
    }

    [Theory]
    [InlineData(255, 0)]
    [InlineData(25.5, 20)]
    [InlineData(2.55, 40)]
    public void PsnrOf_ARootMeanSquare_IsInDecibelsBelowFullScale(double rms, double expected)
    {
        Visibility.PsnrOf(rms).ShouldBe(expected, 1e-9);
    }
}
