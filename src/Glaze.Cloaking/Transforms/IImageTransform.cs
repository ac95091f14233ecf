namespace Glaze.Cloaking.Transforms;

/// <summary>
/// One thing that may happen to a published picture (resizing, blur, noise, compression), with the map that carries gradients
/// back through it: the exact adjoint where the transform is linear, the identity (straight-through) where it rounds.
/// </summary>
internal interface IImageTransform
{
    /// <summary>Height of the result in pixels.</summary>
    int OutputHeight { get; }

    /// <summary>Width of the result in pixels.</summary>
    int OutputWidth { get; }

    /// <summary>Transforms an image.</summary>
    /// <param name="image">Planar C,H,W, 0..1; not changed.</param>
    /// <returns>The result, C,OutputHeight,OutputWidth; may be <paramref name="image"/> itself.</returns>
    float[] Apply(float[] image);

    /// <summary>Carries a gradient of the result back to one of the image.</summary>
    /// <param name="gradient">Shape of the result; may be overwritten.</param>
    /// <returns>Shape of the image; may be <paramref name="gradient"/> itself.</returns>
    float[] Adjoint(float[] gradient);
}
