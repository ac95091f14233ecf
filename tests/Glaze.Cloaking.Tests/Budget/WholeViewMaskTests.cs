using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Budget;

/// <summary>What looks smooth from near is texture to whoever sees the whole; flat colour is flat from anywhere.</summary>
public sealed class WholeViewMaskTests
{
    private const int Side = 800;

    [Fact]
    public void Of_EnlargedTexture_HidesWhatItsPixelsDoNot()
    {
        var picture = TestPictures.Enlarged(TestPictures.Noise(200, 200), Side, Side);

        Mean(picture).ShouldBeGreaterThan(0.5);
        VisibilityMask.Strip(TestPictures.Enlarged(TestPictures.Soft(140, 140), Side, Side), 0, Side).Average().ShouldBeLessThan(0.1f);
        Mean(TestPictures.Enlarged(TestPictures.Soft(140, 140), Side, Side)).ShouldBeGreaterThan(0.2);
    }

    [Fact]
    public void Of_FlatColourAndSmoothGradients_HidesNothing()
    {
        Mean(TestPictures.Flat(Side, Side)).ShouldBe(0);
        Mean(TestPictures.Gradient(Side, Side)).ShouldBeLessThan(0.02);
    }

    // Outlines 24 pixels apart are close together in the picture shrunk to half, and would pass for texture.
    [Fact]
    public void Of_FlatCellsBetweenOutlines_HidesNothing()
    {
        var picture = TestPictures.Fill(Side, Side, (x, y) => x % 24 < 2 || y % 24 < 2 ? ((byte)20, (byte)20, (byte)20) : ((byte)230, (byte)210, (byte)180));

        Mean(picture).ShouldBe(0);
    }

    [Fact]
    public void Of_LargerCanvas_IsReadAtItsCoordinates()
    {
        var picture = TestPictures.Fill(Side, Side, (x, y) => x < Side / 2 ? ((byte)128, (byte)128, (byte)128) : ((byte)((x * 37) + (y * y * 11)), (byte)(x * y), (byte)(y * 71)));

        var mask = WholeViewMask.Of(picture, 2 * Side, 2 * Side);

        mask.ReadPlane(new CanvasWindow(0, 0, Side - 100, 8)).Max().ShouldBe(0);
        mask.ReadPlane(new CanvasWindow(Side + 100, 40, Side - 200, 8)).Min().ShouldBeGreaterThan(0.3f);
    }

    private static double Mean(PixelBuffer picture) =>
        WholeViewMask.Of(picture, picture.Width, picture.Height).ReadPlane(new CanvasWindow(0, 0, picture.Width, picture.Height)).Average(value => (double)value);
}
