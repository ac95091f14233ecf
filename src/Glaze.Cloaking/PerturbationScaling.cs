using Glaze.Imaging;

namespace Glaze.Cloaking;

/// <summary>A finished cloak at another intensity, without a single step: what a moving slider shows until the steps are done.</summary>
public static class PerturbationScaling
{
    /// <summary>δ times the ratio of the two ε, within the new one; single levels stay single.</summary>
    /// <param name="job">The picture, its selection and the new settings.</param>
    /// <param name="cloaked">The picture as it was cloaked before, of the same size.</param>
    /// <param name="epsilonBefore">ε of that cloak in 8-bit levels, above 0.</param>
    /// <returns>The picture with the scaled δ; alpha is the original's.</returns>
    public static PixelBuffer Apply(CloakJob job, PixelBuffer cloaked, double epsilonBefore)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(cloaked);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilonBefore);
        var ratio = (float)(job.Settings.Epsilon / epsilonBefore);
        var largest = (int)job.Settings.Epsilon;
        var result = job.Original.Clone();
        for (var i = 0; i < result.Rgba.Length; i++)
        {
            if (i % 4 < 3)
            {
                // What moved by one level may be flat colour, where no more is allowed.
                var before = cloaked.Rgba[i] - result.Rgba[i];
                var bound = Math.Abs(before) <= 1 ? 1 : largest;
                result.Rgba[i] = (byte)Math.Clamp(result.Rgba[i] + Math.Clamp((int)MathF.Round(ratio * before), -bound, bound), 0, 255);
            }
        }

        return result;
    }
}
