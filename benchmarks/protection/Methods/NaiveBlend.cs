using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>B0: the picture plus the clipped difference to the target. Needs no encoder.</summary>
internal static class NaiveBlend
{
    /// <summary>What tables call it.</summary>
    public const string Name = "B0";

    /// <summary>The blend at strengths; at 1 no colour value changes by more than a bound.</summary>
    /// <param name="subject">The picture and its target.</param>
    /// <param name="bound">The bound in levels.</param>
    /// <returns>The picture at a strength, dithered.</returns>
    public static Func<double, PixelBuffer> Of(Subject subject, double bound) => strength =>
    {
        var clip = (float)(bound * strength);
        var delta = new float[subject.Image.Values.Length];
        for (var i = 0; i < delta.Length; i++)
        {
            delta[i] = Math.Clamp(255 * (subject.Target.Values[i] - subject.Image.Values[i]), -clip, clip);
        }

        return Perturbation.Apply(subject.Original, delta, 1);
    };
}
