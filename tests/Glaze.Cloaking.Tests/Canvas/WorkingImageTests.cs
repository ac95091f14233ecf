using Glaze.Cloaking.Canvas;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Canvas;

public sealed class WorkingImageTests
{
    // 2049 = 256 · 8 + 1: blocks of eight would leave one of a single pixel.
    [Theory]
    [Trait("Issue", "15")]
    [InlineData(2049)]
    [InlineData(2048)]
    public void Shrink_AnyWidth_LeavesTheRightEdgeWhereItIs(int width)
    {
        const int White = 33;
        const int Side = 128;
        var picture = new PixelBuffer(width, 8);
        for (var i = 0; i < width * 8; i++)
        {
            var value = (byte)(i % width >= width - White ? 255 : 0);
            picture.Rgba.AsSpan(4 * i, 4).Fill(value);
            picture.Rgba[(4 * i) + 3] = 255;
        }

        var small = WorkingImage.Shrink(picture, Side);

        (small.Plane(0)[..Side].ToArray().Sum() * width / Side).ShouldBe(White, 1);
    }
}
