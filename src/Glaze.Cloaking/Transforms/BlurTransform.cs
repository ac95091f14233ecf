using Glaze.Cloaking.Budget;

namespace Glaze.Cloaking.Transforms;

/// <summary>Gaussian blur, normalised at the borders: y = (G x) / (G 1); adjoint g ↦ G (g / (G 1)).</summary>
internal sealed class BlurTransform : IImageTransform
{
    private readonly GaussianFilter _filter;
    private readonly float[] _normalizer;
    private readonly int _height;
    private readonly int _width;

    public BlurTransform(int height, int width, double sigma)
    {
        _filter = new GaussianFilter(sigma);
        _height = height;
        _width = width;
        _normalizer = new float[height * width];
        Array.Fill(_normalizer, 1f);
        _filter.Apply(_normalizer, width, height);
    }

    public int OutputHeight => _height;

    public int OutputWidth => _width;

    public float[] Apply(float[] image)
    {
        var result = (float[])image.Clone();
        ForEachPlane(result, plane =>
        {
            _filter.Apply(result.AsSpan(plane, _normalizer.Length), _width, _height);
            Normalize(result.AsSpan(plane, _normalizer.Length));
        });
        return result;
    }

    public float[] Adjoint(float[] gradient)
    {
        var result = (float[])gradient.Clone();
        ForEachPlane(result, plane =>
        {
            Normalize(result.AsSpan(plane, _normalizer.Length));
            _filter.Apply(result.AsSpan(plane, _normalizer.Length), _width, _height);
        });
        return result;
    }

    private void ForEachPlane(float[] values, Action<int> action)
    {
        for (var plane = 0; plane < values.Length; plane += _normalizer.Length)
        {
            action(plane);
        }
    }

    private void Normalize(Span<float> plane)
    {
        for (var i = 0; i < plane.Length; i++)
        {
            plane[i] /= _normalizer[i];
        }
    }
}
