namespace Glaze.Cloaking.Budget;

/// <summary>A perceptual distance D(x, x + δ) from one picture window, with its gradient.</summary>
public interface IPerceptualDistance
{
    /// <summary>Computes D and its gradient.</summary>
    /// <param name="delta">Planar C,H,W in 8-bit levels.</param>
    /// <param name="gradient">Receives d D / d δ, same layout.</param>
    /// <returns>The distance, 0 or more.</returns>
    double Evaluate(float[] delta, float[] gradient);
}
