using Glaze.Imaging;
using Glaze.Imaging.Filters;

namespace Glaze.Cloaking.Transforms;

/// <summary>Through JPEG with 4:2:0 chroma; the gradient passes unchanged (straight-through, arXiv 1308.3432, section 4).</summary>
internal sealed class JpegTransform(int height, int width, int quality) : IImageTransform
{
    public int OutputHeight => height;

    public int OutputWidth => width;

    public float[] Apply(float[] image) => CodecRoundTrip.Jpeg(new PlanarImage(width, height, image), quality).Values;

    public float[] Adjoint(float[] gradient) => gradient;
}
