using Glaze.Benchmarks.Protection.Judging;
using Glaze.Benchmarks.Protection.Methods;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Tests.Judging;

public sealed class EqualVisibilityTests
{
    private const int Rounds = 14;

    [Theory]
    [InlineData(10)]
    [InlineData(2.2)]
    public void Match_ADeltaOfFourLevels_IsScaledToTheWantedPsnr(double wanted)
    {
        var original = Picture();
        var delta = Enumerable.Repeat(4f, 3 * 64 * 64).ToArray();

        var matched = EqualVisibility.Match(
            strength => Perturbation.Apply(original, delta, strength), picture => Visibility.Rms(original, picture), wanted, Rounds);

        // 10 levels are 28.13 dB, 2.2 are 41.28.
        Visibility.PsnrOf(Visibility.Rms(original, matched)).ShouldBe(20 * Math.Log10(255 / wanted), 0.02);
    }

    [Theory]
    [InlineData(5, 2.5)]
    [InlineData(0.5, 0.25)]
    [InlineData(100, 8)] // out of reach: the greatest strength
    public void Match_AVisibilityOfTwiceTheStrength_EndsAtHalfOfWhatIsWanted(double wanted, double expected)
    {
        var last = 0.0;

        EqualVisibility.Match(AtStrength, _ => 2 * last, wanted, Rounds);

        last.ShouldBe(expected, expected * 1e-3);

        PixelBuffer AtStrength(double strength)
        {
            last = strength;
            return new PixelBuffer(1, 1);
        }
    }

    private static PixelBuffer Picture()
    {
        var picture = new PixelBuffer(64, 64);
        Array.Fill(picture.Rgba, (byte)100);
        return picture;
    }
}
