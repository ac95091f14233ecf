using Glaze.Cloaking.Transforms;

namespace Glaze.Cloaking.Objectives;

/// <summary>An objective seen through a transform: L(T(x)), with the gradient carried back by the adjoint of T.</summary>
/// <param name="inner">The objective of the transformed image.</param>
/// <param name="transform">The transform; its output has the inner objective's size.</param>
internal sealed class TransformedObjective(ICloakObjective inner, IImageTransform transform) : ICloakObjective
{
    /// <inheritdoc/>
    public double Evaluate(float[] image, float[] gradient, CancellationToken cancellationToken)
    {
        var view = transform.Apply(image);
        var viewGradient = new float[view.Length];
        var loss = inner.Evaluate(view, viewGradient, cancellationToken);
        transform.Adjoint(viewGradient).CopyTo(gradient, 0);
        return loss;
    }
}
