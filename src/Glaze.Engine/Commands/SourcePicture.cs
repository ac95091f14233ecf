using Glaze.Imaging;
using Glaze.Imaging.Files;

namespace Glaze.Engine.Commands;

/// <summary>A picture as it was read.</summary>
/// <param name="Image">The picture.</param>
/// <param name="JpegQuality">The quality it was saved at; null when it is no JPEG.</param>
internal sealed record SourcePicture(LoadedImage Image, int? JpegQuality)
{
    /// <summary>Its pixels.</summary>
    public PixelBuffer Pixels => Image.Pixels;
}
