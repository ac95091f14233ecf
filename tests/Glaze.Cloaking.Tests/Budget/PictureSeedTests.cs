using Glaze.Cloaking.Budget;

namespace Glaze.Cloaking.Tests.Budget;

public sealed class PictureSeedTests
{
    [Fact]
    [Trait("Issue", "15")]
    public void Of_OnePixelOrTheSeedAnother_IsAnotherSeed()
    {
        var picture = TestPictures.Noise(16, 16);
        var other = picture.Clone();
        other.Rgba[40] ^= 1;

        var seeds = new[] { PictureSeed.Of(picture, 0), PictureSeed.Of(other, 0), PictureSeed.Of(picture, 1) };

        seeds.Distinct().Count().ShouldBe(3);
        PictureSeed.Of(picture.Clone(), 0).ShouldBe(seeds[0]);
    }
}
