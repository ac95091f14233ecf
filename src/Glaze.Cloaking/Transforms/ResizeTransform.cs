using Glaze.Imaging;

namespace Glaze.Cloaking.Transforms;

/// <summary>Resizes an image; the adjoint is the resampler's exact transpose.</summary>
internal sealed class ResizeTransform(int height, int width, int outputHeight, int outputWidth) : IImageTransform
{
    public int OutputHeight => outputHeight;

    public int OutputWidth => outputWidth;

    public float[] Apply(float[] image) =>
        Resampler.Resize(new PlanarImage(width, height, image), outputWidth, outputHeight).Values;

    public float[] Adjoint(float[] gradient) =>
        Resampler.Adjoint(new PlanarImage(outputWidth, outputHeight, gradient), width, height).Values;
}
