using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Budget;
using Glaze.Imaging;

namespace Glaze.Cloaking.Optimization;

/// <summary>The penalty α·max(D(x, x + δ) − p, 0) of arXiv 2302.04222, eq. 3, as a pull on the step direction.</summary>
/// <param name="distance">The perceptual distance D.</param>
/// <param name="budget">The budget p.</param>
/// <param name="penaltyWeight">α: how hard an overshoot is punished; at an overshoot of p the pull has α times the length of the direction.</param>
internal sealed class PerceptualHinge(IPerceptualDistance distance, double budget, double penaltyWeight = 8)
{
    /// <summary>Adds the penalty's direction to an accumulated gradient.</summary>
    /// <param name="direction">Changed in place.</param>
    /// <param name="delta">In 8-bit levels, same size.</param>
    /// <param name="scratch">Overwritten; same size.</param>
    public void AddTo(PlanarImage direction, PlanarImage delta, PlanarImage scratch)
    {
        var overshoot = (distance.Evaluate(delta, scratch) / budget) - 1;
        var scale = VectorMath.MeanMagnitude(scratch.Values);
        if (overshoot > 0 && scale > 0)
        {
            VectorMath.AddScaled(
                direction.Values, scratch.Values, (float)(penaltyWeight * Math.Min(1, overshoot) * VectorMath.MeanMagnitude(direction.Values) / scale));
        }
    }
}
