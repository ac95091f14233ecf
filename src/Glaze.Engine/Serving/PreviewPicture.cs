using Glaze.Imaging;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>The part of a picture that a preview shows, shrunk to the preview's size.</summary>
/// <param name="Pixels">The pixels, straight alpha.</param>
/// <param name="Selection">Weights 0..255, or null.</param>
/// <param name="Scale">Preview pixels per picture pixel.</param>
internal sealed record PreviewPicture(PixelBuffer Pixels, byte[]? Selection, double Scale)
{
    public static PreviewPicture Of(HeldPicture picture, PixelRectangle region, int longestSide)
    {
        var scale = Math.Min(1, longestSide / (double)Math.Max(region.Width, region.Height));
        var width = Math.Max(1, (int)Math.Round(region.Width * scale));
        var height = Math.Max(1, (int)Math.Round(region.Height * scale));
        var pixels = new PixelBuffer(width, height);
        var selection = picture.Selection is null ? null : new byte[width * height];
        WorkThreads.For(height, CancellationToken.None, y =>
        {
            var top = region.Y + (int)((long)y * region.Height / height);
            var bottom = Math.Max(top + 1, region.Y + (int)((long)(y + 1) * region.Height / height));
            for (var x = 0; x < width; x++)
            {
                var left = region.X + (int)((long)x * region.Width / width);
                var right = Math.Max(left + 1, region.X + (int)((long)(x + 1) * region.Width / width));
                WriteMean(picture, left, top, right, bottom, pixels.Rgba.AsSpan(4 * ((y * width) + x), 4));
                if (selection is not null)
                {
                    selection[(y * width) + x] = picture.Selection![(top * picture.Pixels.Width) + left];
                }
            }
        });
        return new PreviewPicture(pixels, selection, Math.Min(1, width / (double)region.Width));
    }

    // Mean of the covered pixels, colours weighed by alpha so that hidden colours of transparent pixels do not bleed.
    private static void WriteMean(HeldPicture picture, int left, int top, int right, int bottom, Span<byte> target)
    {
        var (red, green, blue, alpha, count) = (0L, 0L, 0L, 0L, 0L);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var pixel = picture.Pixels.Rgba.AsSpan(4 * ((y * picture.Pixels.Width) + x), 4);
                red += pixel[0] * pixel[3];
                green += pixel[1] * pixel[3];
                blue += pixel[2] * pixel[3];
                alpha += pixel[3];
                count++;
            }
        }

        if (alpha > 0)
        {
            target[0] = (byte)((red + (alpha / 2)) / alpha);
            target[1] = (byte)((green + (alpha / 2)) / alpha);
            target[2] = (byte)((blue + (alpha / 2)) / alpha);
            target[3] = (byte)((alpha + (count / 2)) / count);
        }
    }
}
