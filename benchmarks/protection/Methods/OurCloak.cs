using Glaze.Cloaking;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>The product; strength 1 is its picture untouched.</summary>
internal sealed class OurCloak(RenderQuality quality, double intensity, int seed) : IMethod
{
    public string Name => "GlazeEffect";

    public Func<double, PixelBuffer> Compute(Subject subject, SessionPool sessions, double rms)
    {
        var settings = new CloakSettings(intensity, quality, StyleName: subject.Style, Seed: seed);
        var cloaked = new Cloaker(sessions).Cloak(new CloakJob(subject.Original, settings), null, CancellationToken.None).Cloaked;
        var delta = Perturbation.Between(subject.Original, cloaked);
        return strength => Math.Abs(strength - 1) < 1e-9 ? cloaked : Perturbation.Apply(subject.Original, delta, strength);
    }
}
