using Glaze.Cloaking.Transforms;
using Glaze.Imaging;

namespace Glaze.Cloaking.Objectives;

/// <summary>An objective seen through a transform: L(T(x)), with the gradient carried back by the adjoint of T.</summary>
/// <param name="inner">The objective of the transformed image.</param>
/// <param name="transform">The transform; its output has the inner objective's size.</param>
internal sealed class TransformedObjective(ICloakObjective inner, IImageTransform transform) : ICloakObjective
{
    /// <inheritdoc/>
    public double Evaluate(PlanarImage image, PlanarImage gradient, CancellationToken cancellationToken)
    {
        var view = transform.Apply(image);
        var viewGradient = new PlanarImage(view.Width, view.Height);
        var loss = inner.Evaluate(view, viewGradient, cancellationToken);
        transform.Adjoint(viewGradient).Values.CopyTo(gradient.Values, 0);
        return loss;
    }
}
