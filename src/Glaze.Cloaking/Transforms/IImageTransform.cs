using Glaze.Imaging;

namespace Glaze.Cloaking.Transforms;

/// <summary>
/// One thing that may happen to a published picture (resizing, blur, noise, compression), with the map that carries gradients
/// back through it: the exact adjoint where the transform is linear, the identity (straight-through) where it rounds.
/// </summary>
internal interface IImageTransform
{
    /// <summary>Transforms an image.</summary>
    /// <param name="image">RGB, 0..1; not changed.</param>
    /// <returns>The result, of the transform's own size; may be <paramref name="image"/> itself.</returns>
    PlanarImage Apply(PlanarImage image);

    /// <summary>Carries a gradient of the result back to one of the image.</summary>
    /// <param name="gradient">Size of the result; may be overwritten.</param>
    /// <returns>Size of the image; may be <paramref name="gradient"/> itself.</returns>
    PlanarImage Adjoint(PlanarImage gradient);
}
