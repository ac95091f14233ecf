using FsCheck.Fluent;
using FsCheck;
using Glaze.Imaging.Resampling;
using Glaze.TestKit.Golden;

namespace Glaze.Imaging.Tests;

public sealed class ResamplerTests
{
    private static readonly Arbitrary<int[]> Cases =
        Gen.ArrayOf(Gen.Choose(1, 40), 4).Zip(Gen.Choose(0, 2), (sizes, filter) => (int[])[.. sizes, filter]).ToArbitrary();

    [Fact]
    public void Adjoint_RandomSizes_IsTheTransposeOfResize() => Prop.ForAll(Cases, c =>
    {
        var filter = (ResampleFilter)c[4];
        var x = TestPictures.Gaussian(c[0], c[1], 1);
        var y = TestPictures.Gaussian(c[2], c[3], 2);

        var forward = TestPictures.Dot(Resampler.Resize(x, c[2], c[3], filter), y);
        var backward = TestPictures.Dot(x, Resampler.Adjoint(y, c[0], c[1], filter));

        var scale = Math.Sqrt(TestPictures.Dot(x, x) * TestPictures.Dot(y, y));
        Math.Abs(forward - backward).ShouldBeLessThan(1e-5 * scale);
    }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));

    [Fact]
    public void Resize_ConstantImage_StaysConstant() => Prop.ForAll(Cases, c =>
    {
        var image = new PlanarImage(c[0], c[1]);
        Array.Fill(image.Values, 0.375f);

        foreach (var value in Resampler.Resize(image, c[2], c[3], (ResampleFilter)c[4]).Values)
        {
            value.ShouldBe(0.375f, 1e-5);
        }
    }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));

    [Theory]
    [InlineData(ResampleFilter.Bilinear)]
    [InlineData(ResampleFilter.Area)]
    [InlineData(ResampleFilter.Cubic)]
    public void Resize_SameSize_ReturnsTheSameValues(ResampleFilter filter)
    {
        var image = TestPictures.Gaussian(13, 5, 4);

        ImageDistance.MaxDifference(Resampler.Resize(image, 13, 5, filter), image).ShouldBeLessThan(1e-6f);
    }

    [Fact]
    public void Resize_HalfByArea_AveragesBlocksOfFour()
    {
        var image = TestPictures.Gaussian(8, 6, 5);

        var half = Resampler.Resize(image, 4, 3, ResampleFilter.Area);

        var p = image.Plane(2);
        half.Plane(2)[(1 * 4) + 2].ShouldBe((p[20] + p[21] + p[28] + p[29]) / 4, 1e-6);
    }

    [Fact]
    public void Resize_DoubleBilinear_InterpolatesAtHalfPixelCentres()
    {
        var image = new PlanarImage(2, 1, [0, 1, 0, 1, 0, 1]);

        Resampler.Resize(image, 4, 1).Plane(0).ToArray().ShouldBe([0f, 0.25f, 0.75f, 1f]);
    }

    [Fact]
    public void Resize_FineStripesShrunk_DoNotAlias()
    {
        var image = new PlanarImage(64, 1);
        for (var i = 0; i < 64; i++)
        {
            image.Plane(0)[i] = i % 2;
        }

        foreach (var value in Resampler.Resize(image, 16, 1).Plane(0))
        {
            value.ShouldBe(0.5f, 0.08);
        }
    }
}
