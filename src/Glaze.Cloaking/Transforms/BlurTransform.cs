using Glaze.Cloaking.Arithmetic;
using Glaze.Imaging;

namespace Glaze.Cloaking.Transforms;

/// <summary>Gaussian blur, normalised at the borders: y = (G x) / (G 1); adjoint g ↦ G (g / (G 1)).</summary>
internal sealed class BlurTransform(double sigma) : IImageTransform
{
    private readonly GaussianFilter _filter = new(sigma);

    public PlanarImage Apply(PlanarImage image)
    {
        var result = image.Clone();
        _filter.Apply(result.Values, result.Width, result.Height);
        _filter.Normalize(result.Values, result.Width, result.Height);
        return result;
    }

    public PlanarImage Adjoint(PlanarImage gradient)
    {
        var result = gradient.Clone();
        _filter.Normalize(result.Values, result.Width, result.Height);
        _filter.Apply(result.Values, result.Width, result.Height);
        return result;
    }
}
