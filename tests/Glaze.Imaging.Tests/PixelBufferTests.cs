using FsCheck;
using FsCheck.Fluent;

namespace Glaze.Imaging.Tests;

public sealed class PixelBufferTests
{
    private static readonly Arbitrary<(int Width, int Height, int Seed)> Cases = Gen.Choose(1, 24).Zip(Gen.Choose(1, 24), (w, h) => (w, h))
        .Zip(Gen.Choose(0, 1_000_000), (size, seed) => (size.w, size.h, seed)).ToArbitrary();

    [Fact]
    public void FromBgra_CopyToBgra_RoundTripsEveryByte() => Prop.ForAll(Cases, c =>
    {
        var stride = (4 * c.Width) + (c.Seed % 9);
        var bgra = new byte[stride * c.Height];
        new Random(c.Seed).NextBytes(bgra);

        var copy = (byte[])bgra.Clone();
        PixelBuffer.FromBgra(bgra, c.Width, c.Height, stride).CopyToBgra(copy, stride);

        copy.ShouldBe(bgra);
    }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));

    [Fact]
    public void FromBgra_OnePixel_SwapsRedAndBlue()
    {
        var pixels = PixelBuffer.FromBgra([1, 2, 3, 4], 1, 1);

        pixels.Rgba.ShouldBe([3, 2, 1, 4]);
    }

    [Fact]
    public void ToPixels_AfterFromPixels_ReturnsTheSameBytes() => Prop.ForAll(Cases, c =>
    {
        var pixels = TestPictures.Noise(c.Width, c.Height, c.Seed);

        PlanarImage.FromPixels(pixels).ToPixels(pixels).Rgba.ShouldBe(pixels.Rgba);
    }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));

    [Fact]
    public void FromPixels_Window_EqualsTheSamePartOfTheWhole()
    {
        var pixels = TestPictures.Noise(9, 7, 3);

        var window = PlanarImage.FromPixels(pixels, 2, 3, 4, 2);

        window.Plane(1)[(1 * 4) + 3].ShouldBe(PlanarImage.FromPixels(pixels).Plane(1)[(4 * 9) + 5]);
    }

    [Theory]
    [InlineData(0, 0.25f)]
    [InlineData(255, 1f)]
    [InlineData(51, 0.4f)]
    public void FromPixels_Matte_ShowsThroughByAlpha(byte alpha, float expected)
    {
        var pixels = new PixelBuffer(1, 1, [255, 255, 255, alpha]);

        PlanarImage.FromPixels(pixels, (0.25f, 0.25f, 0.25f)).Values[0].ShouldBe(expected, 1e-6);
    }

    [Fact]
    public void ToPixels_ValuesOutOfRange_AreClamped()
    {
        var image = new PlanarImage(1, 1, [-3f, 7f, float.NaN]);

        image.ToPixels().Rgba.ShouldBe([0, 255, 0, 255]);
    }

    [Fact]
    public void Constructor_WrongLength_IsRefused() => Should.Throw<ArgumentException>(() => new PixelBuffer(2, 2, new byte[15]));

    [Fact]
    public void Constructor_ZeroWidth_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => new PixelBuffer(0, 2));

    [Fact]
    public void CopyToBgra_TooSmallTarget_IsRefused() =>
        Should.Throw<ArgumentException>(() => new PixelBuffer(2, 2).CopyToBgra(new byte[15]));

    [Fact]
    public void TakeBgra_AnyPixels_ReadsThemAsACopyWouldInTheSameArray()
    {
        byte[] bgra = [1, 2, 3, 4, 5, 6, 7, 8];
        var copied = PixelBuffer.FromBgra(bgra, 2, 1).Rgba;

        var taken = PixelBuffer.TakeBgra(bgra, 2, 1);

        taken.Rgba.ShouldBe(copied);
        taken.Rgba.ShouldBeSameAs(bgra);
        taken.GiveBgra().ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
    }

    [Fact]
    public void IsGrey_OneColouredPixel_IsFalse()
    {
        var pixels = new PixelBuffer(2, 1, [7, 7, 7, 255, 9, 9, 9, 0]);
        pixels.IsGrey.ShouldBeTrue();

        pixels.Rgba[5] = 8;

        pixels.IsGrey.ShouldBeFalse();
    }
}
