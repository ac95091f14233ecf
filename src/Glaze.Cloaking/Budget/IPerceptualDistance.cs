using Glaze.Imaging;

namespace Glaze.Cloaking.Budget;

/// <summary>A perceptual distance D(x, x + δ) from one picture window, with its gradient.</summary>
public interface IPerceptualDistance
{
    /// <summary>Computes D and its gradient.</summary>
    /// <param name="delta">In 8-bit levels, of the window's size.</param>
    /// <param name="gradient">Receives d D / d δ, same size.</param>
    /// <returns>The distance, 0 or more.</returns>
    double Evaluate(PlanarImage delta, PlanarImage gradient);
}
