using Glaze.Imaging;
using Glaze.Imaging.Filters;

namespace Glaze.Cloaking.Transforms;

/// <summary>The bilateral filter of cloak cleaners, one or more passes; the gradient goes back with each pass's weights held fixed.</summary>
internal sealed class BilateralTransform(int height, int width, int passes) : IImageTransform
{
    private const float SpatialSigma = 1;
    private const float RangeSigma = 0.08f;

    private readonly Stack<PlanarImage> _guides = [];

    public int OutputHeight => height;

    public int OutputWidth => width;

    public float[] Apply(float[] image)
    {
        _guides.Clear();
        var current = new PlanarImage(width, height, image);
        for (var pass = 0; pass < passes; pass++)
        {
            _guides.Push(current);
            current = Pass(current);
        }

        return current.Values;
    }

    /// <summary>One pass of the filter.</summary>
    public static PlanarImage Pass(PlanarImage image) => BilateralFilter.Apply(image, SpatialSigma, RangeSigma);

    public float[] Adjoint(float[] gradient)
    {
        var current = new PlanarImage(width, height, gradient);
        while (_guides.TryPop(out var guide))
        {
            current = BilateralFilter.Adjoint(guide, current, SpatialSigma, RangeSigma);
        }

        return current.Values;
    }
}
