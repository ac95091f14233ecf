namespace Glaze.Cloaking.Transforms;

/// <summary>Leaves the image alone.</summary>
/// <param name="height">Height in pixels.</param>
/// <param name="width">Width in pixels.</param>
internal sealed class IdentityTransform(int height, int width) : IImageTransform
{
    public int OutputHeight => height;

    public int OutputWidth => width;

    public float[] Apply(float[] image) => image;

    public float[] Adjoint(float[] gradient) => gradient;
}
