using Glaze.Imaging;
using Glaze.Imaging.Filters;

namespace Glaze.Cloaking.Transforms;

/// <summary>The bilateral filter of cloak cleaners, one or more passes; the gradient goes back with each pass's weights held fixed.</summary>
internal sealed class BilateralTransform(int height, int width, int passes) : IImageTransform
{
    private const float SpatialSigma = 1;
    private const float RangeSigma = 0.08f;

    private readonly Stack<BilateralFilter> _passes = [];

    public int OutputHeight => height;

    public int OutputWidth => width;

    public float[] Apply(float[] image)
    {
        _passes.Clear();
        for (var pass = 0; pass < passes; pass++)
        {
            var current = _passes.TryPeek(out var before) ? before.Result : new PlanarImage(width, height, image);
            _passes.Push(new BilateralFilter(current, SpatialSigma, RangeSigma));
        }

        return _passes.Peek().Result.Values;
    }

    /// <summary>One pass of the filter.</summary>
    public static PlanarImage Pass(PlanarImage image) => BilateralFilter.Apply(image, SpatialSigma, RangeSigma);

    public float[] Adjoint(float[] gradient)
    {
        var current = new PlanarImage(width, height, gradient);
        while (_passes.TryPop(out var pass))
        {
            current = pass.Adjoint(current);
        }

        return current.Values;
    }
}
