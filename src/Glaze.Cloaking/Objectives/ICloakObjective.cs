using Glaze.Imaging;

namespace Glaze.Cloaking.Objectives;

/// <summary>A scalar to be made small, with its derivative: all that the optimiser knows about encoders.</summary>
public interface ICloakObjective
{
    /// <summary>Computes the loss at an image and its gradient there.</summary>
    /// <param name="image">RGB, 0..1; of the size that the objective is for.</param>
    /// <param name="gradient">Receives d loss / d image; of the size of <paramref name="image"/>.</param>
    /// <param name="cancellationToken">Stops the computation within one step.</param>
    /// <returns>The loss.</returns>
    double Evaluate(PlanarImage image, PlanarImage gradient, CancellationToken cancellationToken);
}
