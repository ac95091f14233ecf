using Glaze.Imaging;
using Glaze.Imaging.Painterly;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>Renders the small pictures of the style list.</summary>
internal static class ThumbnailJob
{
    // Styles are drawn larger than shown, so that strokes keep their look when shrunk.
    private const int RenderSide = 192;

    public static void Run(StyleThumbnailRequest request, FrameWriter writer, CancellationToken cancellationToken)
    {
        var picture = ThumbnailSample.Draw(RenderSide);
        var (renderWidth, renderHeight) = Fit(picture, Math.Max(RenderSide, request.MaxSide));
        var (width, height) = Fit(picture, request.MaxSide);
        var source = Resampler.Resize(picture, renderWidth, renderHeight);
        var pixels = new byte[StyleCatalog.All.Count * width * height * 4];
        for (var i = 0; i < StyleCatalog.All.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rendered = StyleCatalog.All[i].Render(source, 0, cancellationToken);
            Resampler.Resize(rendered, width, height).ToPixels().CopyToBgra(pixels.AsSpan(i * width * height * 4, width * height * 4));
        }

        writer.Write(new StyleThumbnails(request.Job, StyleCatalog.All.Select(style => new StyleThumbnail(style.Name, width, height)).ToList()));
        writer.WritePixels(request.Job, PixelPlane.Thumbnails, pixels, cancellationToken);
    }

    private static (int Width, int Height) Fit(PlanarImage picture, int longestSide)
    {
        var scale = longestSide / (double)Math.Max(picture.Width, picture.Height);
        return (Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }
}
