using Glaze.Imaging;
using Glaze.Imaging.Filters;

namespace Glaze.Cloaking.Transforms;

/// <summary>The bilateral filter of cloak cleaners, one or more passes; the gradient goes back with each pass's weights held fixed.</summary>
internal sealed class BilateralTransform(int passes) : IImageTransform
{
    private const float SpatialSigma = 1;
    private const float RangeSigma = 0.08f;

    private readonly Stack<BilateralFilter> _passes = [];

    public PlanarImage Apply(PlanarImage image)
    {
        _passes.Clear();
        for (var pass = 0; pass < passes; pass++)
        {
            var current = _passes.TryPeek(out var before) ? before.Result : image;
            _passes.Push(new BilateralFilter(current, SpatialSigma, RangeSigma));
        }

        return _passes.Peek().Result;
    }

    /// <summary>One pass of the filter.</summary>
    public static PlanarImage Pass(PlanarImage image) => BilateralFilter.Apply(image, SpatialSigma, RangeSigma);

    public PlanarImage Adjoint(PlanarImage gradient)
    {
        var current = gradient;
        while (_passes.TryPop(out var pass))
        {
            current = pass.Adjoint(current);
        }

        return current;
    }
}
