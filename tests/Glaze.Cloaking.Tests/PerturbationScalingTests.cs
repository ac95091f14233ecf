using Glaze.Cloaking.Budget;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests;

public sealed class PerturbationScalingTests
{
    private static readonly CloakSettings Before = new(50, RenderQuality.Fast, "ukiyo-e", 1);

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    public void Apply_AnotherIntensity_ScalesTheChangeWithinItsBounds(double intensity)
    {
        var original = TestPictures.Noise(64, 48);
        var cloaked = AtTheBounds(original);
        var job = new CloakJob(original, Before with { Intensity = intensity });

        var scaled = PerturbationScaling.Apply(job, cloaked, Before.Epsilon);

        Enumerable.Range(0, scaled.Rgba.Length).ShouldAllBe(i => Math.Abs(scaled.Rgba[i] - original.Rgba[i])
            <= (i % 4 == 3 ? 0 : Math.Abs(cloaked.Rgba[i] - original.Rgba[i]) <= 1 ? 1 : job.Settings.Epsilon));
        (Rms(scaled, original) / Rms(cloaked, original)).ShouldBe(job.Settings.Epsilon / Before.Epsilon, 0.1);
    }

    private static PixelBuffer AtTheBounds(PixelBuffer original)
    {
        var cloaked = original.Clone();
        var bounds = PerturbationBudget.Create(original, null, Before.Epsilon, Before.Seed).Bounds.ToArray();
        for (var i = 0; i < cloaked.Rgba.Length; i++)
        {
            var delta = i % 4 == 3 ? 0 : bounds[i / 4] * (i % 3 == 0 ? 1 : -1);
            cloaked.Rgba[i] = (byte)Math.Clamp(cloaked.Rgba[i] + delta, 0, 255);
        }

        return cloaked;
    }

    private static double Rms(PixelBuffer picture, PixelBuffer original) =>
        Math.Sqrt(picture.Rgba.Zip(original.Rgba, (a, b) => (double)(a - b) * (a - b)).Average());
}
