using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Tests.Pictures;

public sealed class CanvasSizeTests
{
    [Theory]
    [InlineData("native", 112, 80)]
    [InlineData("crop64", 64, 64)]
    [InlineData("crop96", 96, 80)] // no higher than the picture
    public void Apply_APictureOf120By90_CutsItsMiddle(string word, int width, int height)
    {
        var picture = new PlanarImage(120, 90);
        picture.Plane(0)[(45 * 120) + 60] = 1;

        var cut = new CanvasSize(word).Apply(picture);

        (cut.Width, cut.Height).ShouldBe((width, height));
        cut.Plane(0)[(height / 2 * width) + (width / 2)].ShouldBe(1f);
    }

    [Fact]
    public void Judged_AWindow_IsTheMiddleOfAPictureCloakedWhole()
    {
        var size = new CanvasSize("window64");

        size.Cloaked.Word.ShouldBe("native");
        size.Judged(112, 80).ShouldBe((24, 8, 64, 64));
    }

    [Theory]
    [InlineData("native", true)]
    [InlineData("512", true)]
    [InlineData("crop256", true)]
    [InlineData("window256", true)]
    [InlineData("500", false)]
    [InlineData("48", false)]
    [InlineData("middle256", false)]
    public void IsKnown_AWord_AsksForSidesOfSixteens(string word, bool expected)
    {
        CanvasSize.IsKnown(word).ShouldBe(expected);
    }
}
