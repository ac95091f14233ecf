using Glaze.TestKit.Golden;

namespace Glaze.Imaging.Tests;

public sealed class ImageDistanceTests
{
    [Fact]
    public void Psnr_EqualPictures_IsInfinite()
    {
        var pixels = TestPictures.Noise(4, 4, 1);

        ImageDistance.Psnr(pixels, pixels.Clone()).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Psnr_EveryByteOffByOne_Is48Point13()
    {
        var first = new PixelBuffer(3, 3);
        Array.Fill(first.Rgba, (byte)100);
        var second = new PixelBuffer(3, 3);
        Array.Fill(second.Rgba, (byte)101);

        ImageDistance.Psnr(first, second).ShouldBe(48.1308, 1e-4);
    }

    [Fact]
    public void Rms_InvisiblePixels_AreNotCounted()
    {
        var first = new PixelBuffer(2, 1, [0, 0, 0, 255, 0, 0, 0, 0]);
        var second = new PixelBuffer(2, 1, [3, 0, 0, 255, 200, 200, 200, 0]);

        ImageDistance.Rms(first, second).ShouldBe(Math.Sqrt(3), 1e-12);
    }

    [Fact]
    public void MaxDifference_AlphaDiffers_CountsColoursOnly()
    {
        var first = new PixelBuffer(1, 1, [10, 20, 30, 0]);
        var second = new PixelBuffer(1, 1, [13, 18, 30, 255]);

        ImageDistance.MaxDifference(first, second).ShouldBe(3);
    }

    [Fact]
    public void Psnr_PlanarImages_UsesPeakOne()
    {
        var first = new PlanarImage(1, 1, [0f, 0f, 0f]);
        var second = new PlanarImage(1, 1, [0.1f, 0.1f, 0.1f]);

        ImageDistance.Psnr(first, second).ShouldBe(20, 1e-5);
    }

    [Fact]
    public void Rms_OtherSize_IsRefused() =>
        Should.Throw<ArgumentException>(() => ImageDistance.Rms(new PixelBuffer(1, 2), new PixelBuffer(2, 1)));
}
