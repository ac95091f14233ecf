using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>B0: the picture plus the clipped difference to the target. Needs no encoder.</summary>
internal sealed class NaiveBlend : IMethod
{
    public string Name => "B0";

    public Func<double, PixelBuffer> Compute(Subject subject, SessionPool sessions, double rms) => strength =>
    {
        var bound = (float)(rms * strength);
        var delta = new float[subject.Values.Length];
        for (var i = 0; i < delta.Length; i++)
        {
            delta[i] = Math.Clamp(255 * (subject.Target.Values[i] - subject.Values[i]), -bound, bound);
        }

        return Perturbation.Apply(subject.Original, delta, 1);
    };
}
