using Glaze.Benchmarks.Mimicry.Arms;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Mimicry.Tests.Arms;

public sealed class DisturbanceTests
{
    private const double Rms = 6 / 255.0;

    [Fact]
    public void Noise_OfAWantedRms_HasItIn8Bits()
    {
        var (picture, _) = Pictures();

        var noisy = Disturbance.Noise(picture, Rms, 1);

        Disturbance.Rms(picture, noisy).ShouldBe(Rms, 0.02 * Rms);
        noisy.Values.ShouldAllBe(value => Math.Abs((value * 255) - Math.Round(value * 255)) < 1e-3);
    }

    [Fact]
    public void Blend_OfAWantedRms_HasItAndLiesOnTheWayToTheTarget()
    {
        var (picture, target) = Pictures();

        var blend = Disturbance.Blend(picture, target, Rms);

        Disturbance.Rms(picture, blend).ShouldBe(Rms, 0.05 * Rms);
        Disturbance.Rms(blend, target).ShouldBeLessThan(Disturbance.Rms(picture, target));
    }

    // 1/100 of full range is 40 dB, by definition.
    [Fact]
    public void PsnrOf_AHundredthOfFullRange_Is40()
    {
        Disturbance.PsnrOf(0.01).ShouldBe(40, 1e-9);
    }

    private static (PlanarImage Picture, PlanarImage Target) Pictures()
    {
        var (picture, target) = (new PlanarImage(32, 24), new PlanarImage(32, 24));
        for (var i = 0; i < picture.Values.Length; i++)
        {
            (picture.Values[i], target.Values[i]) = ((50 + (i % 97)) / 255f, (140 + (i % 41)) / 255f);
        }

        return (picture, target);
    }
}
