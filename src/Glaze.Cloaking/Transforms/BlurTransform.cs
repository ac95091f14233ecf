using Glaze.Cloaking.Arithmetic;

namespace Glaze.Cloaking.Transforms;

/// <summary>Gaussian blur, normalised at the borders: y = (G x) / (G 1); adjoint g ↦ G (g / (G 1)).</summary>
internal sealed class BlurTransform(int height, int width, double sigma) : IImageTransform
{
    private readonly GaussianFilter _filter = new(sigma);

    public int OutputHeight => height;

    public int OutputWidth => width;

    public float[] Apply(float[] image)
    {
        var result = (float[])image.Clone();
        _filter.Apply(result, width, height);
        _filter.Normalize(result, width, height);
        return result;
    }

    public float[] Adjoint(float[] gradient)
    {
        var result = (float[])gradient.Clone();
        _filter.Normalize(result, width, height);
        _filter.Apply(result, width, height);
        return result;
    }
}
