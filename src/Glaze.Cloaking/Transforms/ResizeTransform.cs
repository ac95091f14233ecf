using Glaze.Imaging;

namespace Glaze.Cloaking.Transforms;

/// <summary>Resizes an image; the adjoint is the resampler's exact transpose.</summary>
internal sealed class ResizeTransform(int width, int height, int outputWidth, int outputHeight) : IImageTransform
{
    public PlanarImage Apply(PlanarImage image) => Resampler.Resize(image, outputWidth, outputHeight);

    public PlanarImage Adjoint(PlanarImage gradient) => Resampler.Adjoint(gradient, width, height);
}
