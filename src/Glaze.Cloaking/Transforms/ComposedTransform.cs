using Glaze.Imaging;

namespace Glaze.Cloaking.Transforms;

/// <summary>One transform after another.</summary>
internal sealed class ComposedTransform(IImageTransform first, IImageTransform second) : IImageTransform
{
    public PlanarImage Apply(PlanarImage image) => second.Apply(first.Apply(image));

    public PlanarImage Adjoint(PlanarImage gradient) => first.Adjoint(second.Adjoint(gradient));
}
