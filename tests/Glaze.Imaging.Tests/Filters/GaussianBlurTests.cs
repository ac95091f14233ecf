using FsCheck;
using FsCheck.Fluent;
using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Tests.Filters;

public sealed class GaussianBlurTests
{
    private static readonly Arbitrary<int[]> Cases =
        Gen.ArrayOf(Gen.Choose(1, 30), 2).Zip(Gen.Choose(1, 60), (sizes, sigma) => (int[])[.. sizes, sigma]).ToArbitrary();

    [Fact]
    public void Apply_RandomSizes_IsItsOwnAdjoint() => Prop.ForAll(Cases, c =>
    {
        var x = TestPictures.Gaussian(c[0], c[1], 1);
        var y = TestPictures.Gaussian(c[0], c[1], 2);
        var sigma = c[2] / 10f;

        var forward = TestPictures.Dot(GaussianBlur.Apply(x, sigma), y);
        var backward = TestPictures.Dot(x, GaussianBlur.Apply(y, sigma));

        Math.Abs(forward - backward).ShouldBeLessThan(1e-5 * Math.Sqrt(TestPictures.Dot(x, x) * TestPictures.Dot(y, y)));
    }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));

    [Fact]
    public void Apply_ConstantImage_StaysConstant() => Prop.ForAll(Cases, c =>
    {
        var image = new PlanarImage(c[0], c[1]);
        Array.Fill(image.Values, 0.625f);

        GaussianBlur.Apply(image, c[2] / 10f).Values.ShouldAllBe(v => Math.Abs(v - 0.625f) < 1e-5f);
    }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));

    [Fact]
    public void Apply_Impulse_FollowsTheGaussian()
    {
        var image = new PlanarImage(41, 41);
        image.Plane(0)[(20 * 41) + 20] = 1;

        var blurred = GaussianBlur.Apply(image, 2);

        var ratio = blurred.Plane(0)[(20 * 41) + 23] / blurred.Plane(0)[(20 * 41) + 20];
        ratio.ShouldBe(MathF.Exp(-9f / 8), 1e-5);
    }
}
