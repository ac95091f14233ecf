using Glaze.Imaging.Filters;
using Glaze.TestKit.Golden;

namespace Glaze.Imaging.Tests.Filters;

public sealed class PurifierTests
{
    [Fact]
    public void Median_SaltAndPepper_IsRemoved()
    {
        var clean = new PlanarImage(20, 20);
        Array.Fill(clean.Values, 0.5f);
        var spotted = clean.Clone();
        for (var i = 0; i < spotted.Values.Length; i += 11)
        {
            spotted.Values[i] = i % 2;
        }

        MedianFilter.Apply(spotted, 1).Values.ShouldBe(clean.Values);
    }

    [Fact]
    public void Median_ThreeByThree_TakesTheFifthOfNine()
    {
        var image = new PlanarImage(3, 3);
        new float[] { 9, 1, 8, 2, 7, 3, 6, 4, 5 }.CopyTo(image.Plane(1));

        MedianFilter.Apply(image, 1).Plane(1)[4].ShouldBe(5);
    }

    [Fact]
    public void Median_RadiusZero_Copies()
    {
        var image = TestPictures.Gaussian(5, 4, 1);

        MedianFilter.Apply(image, 0).Values.ShouldBe(image.Values);
    }

    [Fact]
    public void Bilateral_StrongEdge_StaysWhileNoiseShrinks()
    {
        var random = new Random(3);
        var image = new PlanarImage(32, 16);
        for (var i = 0; i < image.Values.Length; i++)
        {
            image.Values[i] = (i % 32 < 16 ? 0.2f : 0.8f) + (0.03f * (float)random.NextDouble());
        }

        var smooth = BilateralFilter.Apply(image, 2, 0.1f);

        (smooth.Plane(0)[(8 * 32) + 17] - smooth.Plane(0)[(8 * 32) + 14]).ShouldBeGreaterThan(0.55f);
        Spread(smooth.Plane(0).Slice(8 * 32, 14)).ShouldBeLessThan(0.5f * Spread(image.Plane(0).Slice(8 * 32, 14)));
    }

    [Fact]
    public void Bilateral_ConstantImage_StaysConstant()
    {
        var image = new PlanarImage(7, 1);
        Array.Fill(image.Values, 0.3f);

        BilateralFilter.Apply(image, 1.5f, 0.05f).Values.ShouldAllBe(v => Math.Abs(v - 0.3f) < 1e-6f);
    }

    [Fact]
    public void Jpeg_LowerQuality_LosesMore()
    {
        var scene = TestPictures.Scene(64, 64);

        var good = ImageDistance.Psnr(scene, CodecRoundTrip.Jpeg(scene, 95));
        var poor = ImageDistance.Psnr(scene, CodecRoundTrip.Jpeg(scene, 30));

        good.ShouldBeGreaterThan(poor + 3);
        poor.ShouldBeGreaterThan(22);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 3)]
    public void RoundTrips_AnySize_KeepSizeAndAlpha(int width, int height)
    {
        var pixels = TestPictures.Noise(width, height, 8);

        foreach (var result in (ReadOnlySpan<PixelBuffer>)[CodecRoundTrip.Jpeg(pixels, 75), CodecRoundTrip.WebP(pixels, 75)])
        {
            (result.Width, result.Height).ShouldBe((width, height));
            for (var i = 3; i < pixels.Rgba.Length; i += 4)
            {
                result.Rgba[i].ShouldBe(pixels.Rgba[i]);
            }
        }
    }

    [Fact]
    public void WebP_SmoothScene_IsClose()
    {
        var scene = PlanarImage.FromPixels(TestPictures.Scene(64, 64));

        ImageDistance.Psnr(scene, CodecRoundTrip.WebP(scene, 80)).ShouldBeGreaterThan(28);
    }

    private static float Spread(ReadOnlySpan<float> values)
    {
        var (low, high) = (float.MaxValue, float.MinValue);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return high - low;
    }
}
