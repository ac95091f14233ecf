using Glaze.Imaging;
using Glaze.Imaging.Filters;

namespace Glaze.Cloaking.Transforms;

/// <summary>Through JPEG with 4:2:0 chroma; the gradient passes unchanged (straight-through, arXiv 1308.3432, section 4).</summary>
internal sealed class JpegTransform(int quality) : IImageTransform
{
    public PlanarImage Apply(PlanarImage image) => CodecRoundTrip.Jpeg(image, quality);

    public PlanarImage Adjoint(PlanarImage gradient) => gradient;
}
