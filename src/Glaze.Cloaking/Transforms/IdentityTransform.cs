using Glaze.Imaging;

namespace Glaze.Cloaking.Transforms;

/// <summary>Leaves the image alone.</summary>
internal sealed class IdentityTransform : IImageTransform
{
    public PlanarImage Apply(PlanarImage image) => image;

    public PlanarImage Adjoint(PlanarImage gradient) => gradient;
}
