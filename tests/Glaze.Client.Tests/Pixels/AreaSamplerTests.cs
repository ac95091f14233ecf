using Glaze.Client.Pixels;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Pixels;

public sealed class AreaSamplerTests
{
    // Two rows of three pixels: B, G, R, alpha.
    private static readonly byte[] Picture =
    [
        10, 20, 30, 255, 30, 40, 50, 255, 200, 200, 200, 0,
        50, 60, 70, 255, 90, 80, 70, 255, 0, 0, 0, 255,
    ];

    [Fact]
    public void Shrink_SameSize_CopiesThePart()
    {
        Shrink(new PixelRectangle(1, 0, 2, 1), 2, 1).ShouldBe([30, 40, 50, 255, 0, 0, 0, 0]);
        Shrink(new PixelRectangle(0, 1, 2, 1), 2, 1).ShouldBe([50, 60, 70, 255, 90, 80, 70, 255]);
    }

    [Fact]
    public void Shrink_FourPixelsToOne_IsTheirMean() =>
        Shrink(new PixelRectangle(0, 0, 2, 2), 1, 1).ShouldBe([45, 50, 55, 255]);

    [Fact]
    public void Shrink_TransparentPixels_GiveNoColour() =>
        Shrink(new PixelRectangle(2, 0, 1, 2), 1, 1).ShouldBe([0, 0, 0, 128]);

    [Fact]
    public void Shrink_SizeThatDoesNotDivide_CountsEveryPixelOnce() =>
        Shrink(new PixelRectangle(0, 1, 3, 1), 2, 1).ShouldBe([50, 60, 70, 255, 45, 40, 35, 255]);

    [Theory]
    [InlineData(2, 0, 2, 1, 1, 1)]
    [InlineData(0, 1, 1, 2, 1, 1)]
    [InlineData(-1, 0, 1, 1, 1, 1)]
    [InlineData(60000, 0, 8, 6, 4, 3)]
    [InlineData(0, 0, 1, 1, 2, 1)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    public void Shrink_PartThatIsNotThere_IsRefused(int x, int y, int width, int height, int toWidth, int toHeight) =>
        Should.Throw<ArgumentException>(() => Shrink(new PixelRectangle(x, y, width, height), toWidth, toHeight));

    [Fact]
    public void Shrink_NoLongerWanted_Stops() => Should.Throw<OperationCanceledException>(
        () => AreaSampler.Shrink(Picture, 3, PixelRectangle.Whole(3, 2), 3, 2, new CancellationToken(canceled: true)));

    private static byte[] Shrink(PixelRectangle region, int width, int height) =>
        AreaSampler.Shrink(Picture, 3, region, width, height, CancellationToken.None);
}
