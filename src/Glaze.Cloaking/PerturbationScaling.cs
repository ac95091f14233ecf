using Glaze.Cloaking.Budget;
using Glaze.Imaging;

namespace Glaze.Cloaking;

/// <summary>A finished cloak at another intensity, without a single step: what a moving slider shows until the steps are done.</summary>
public static class PerturbationScaling
{
    /// <summary>δ times the ratio of the two ε, within the bounds of the new one.</summary>
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
        var budget = PerturbationBudget.Create(job.Original, job.Selection, job.Settings.Epsilon, job.Settings.Seed);
        var result = job.Original.Clone();
        for (var i = 0; i < result.Rgba.Length; i++)
        {
            if (i % 4 < 3)
            {
                int bound = budget.Bounds[i / 4];
                var delta = Math.Clamp((int)MathF.Round(ratio * (cloaked.Rgba[i] - result.Rgba[i])), -bound, bound);
                result.Rgba[i] = (byte)Math.Clamp(result.Rgba[i] + delta, 0, 255);
            }
        }

        return result;
    }
}
