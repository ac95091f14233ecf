using Glaze.Cloaking.Audit;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Audit;

/// <summary>With stand-ins for cloaks; that real ones are noticed is tested with the command line.</summary>
public sealed class EarlierCloakTests
{
    [Fact]
    public void Resemblance_TheSameChangeAgain_IsLarge()
    {
        var once = Add(Scene(96, 80), seed: 5);

        EarlierCloak.Resemblance(once, Add(once, seed: 5)).ShouldBeGreaterThan(0.5);
        EarlierCloak.IsLikely(once, Add(once, seed: 5)).ShouldBeTrue();
    }

    [Fact]
    public void Resemblance_AnotherChangeOrAnUntouchedPicture_IsNone()
    {
        var once = Add(Scene(96, 80), seed: 5);

        Math.Abs(EarlierCloak.Resemblance(once, Add(once, seed: 6))).ShouldBeLessThan(0.05);
        Math.Abs(EarlierCloak.Resemblance(Scene(96, 80), Add(Scene(96, 80), seed: 5))).ShouldBeLessThan(0.05);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 2)]
    [InlineData(20, 20)]
    public void Resemblance_TooFewPixels_IsNotJudged(int width, int height)
    {
        var once = Add(Scene(width, height), seed: 5);

        EarlierCloak.Resemblance(once, Add(once, seed: 5)).ShouldBe(0);
    }

    [Fact]
    public void Resemblance_NothingChanged_IsNone() => EarlierCloak.Resemblance(Scene(96, 80), Scene(96, 80)).ShouldBe(0);

    [Fact]
    public void Resemblance_CanvasOfManyTiles_IsFoundToo()
    {
        var once = Add(Scene(2600, 1100), seed: 5);

        EarlierCloak.Resemblance(once, Add(once, seed: 5)).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Resemblance_OfAnotherSize_IsRefused() =>
        Should.Throw<ArgumentException>(() => EarlierCloak.Resemblance(Scene(8, 8), Scene(8, 9)));

    private static PixelBuffer Scene(int width, int height)
    {
        var picture = new PixelBuffer(width, height);
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = (i % width, i / width);
            ((byte[])[(byte)(90 + (x / 2 % 80)), (byte)(80 + (y / 2 % 80)), (byte)(x > y ? 160 : 70), 255]).CopyTo(picture.Rgba, 4 * i);
        }

        return picture;
    }

    private static PixelBuffer Add(PixelBuffer to, int seed)
    {
        var random = new Random(seed);
        var changed = to.Clone();
        for (var i = 0; i < changed.Rgba.Length; i++)
        {
            if (i % 4 != 3)
            {
                changed.Rgba[i] = (byte)Math.Clamp(changed.Rgba[i] + random.Next(-3, 4), 0, 255);
            }
        }

        return changed;
    }
}
