using Glaze.Imaging;

namespace Glaze.Cloaking.Canvas;

/// <summary>Shrinks a picture, composed over white, without ever holding it as floats at full size.</summary>
internal static class WorkingImage
{
    /// <summary>The picture with its longer side at most <paramref name="longestSide"/> pixels.</summary>
    public static PlanarImage Shrink(PixelBuffer picture, int longestSide)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        var scale = Math.Min(1.0, longestSide / (double)longest);
        var width = Math.Max(1, (int)Math.Round(picture.Width * scale));
        var height = Math.Max(1, (int)Math.Round(picture.Height * scale));
        return Resampler.Resize(BlockMeans(picture, Math.Max(1, longest / (2 * longestSide))), width, height);
    }

    // Means of block × block pixels first, so that what is resampled is at most a few times the wanted size.
    private static PlanarImage BlockMeans(PixelBuffer picture, int block)
    {
        var width = (picture.Width + block - 1) / block;
        var height = (picture.Height + block - 1) / block;
        var image = new PlanarImage(width, height);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                WriteMean(picture, image, x, y, block);
            }
        });
        return image;
    }

    private static void WriteMean(PixelBuffer picture, PlanarImage image, int x, int y, int block)
    {
        var (red, green, blue, count) = (0f, 0f, 0f, 0);
        for (var row = y * block; row < Math.Min((y + 1) * block, picture.Height); row++)
        {
            for (var column = x * block; column < Math.Min((x + 1) * block, picture.Width); column++)
            {
                var pixel = picture.Rgba.AsSpan(4 * ((row * picture.Width) + column), 4);
                var alpha = pixel[3] / 255f;
                red += (pixel[0] / 255f * alpha) + (1 - alpha);
                green += (pixel[1] / 255f * alpha) + (1 - alpha);
                blue += (pixel[2] / 255f * alpha) + (1 - alpha);
                count++;
            }
        }

        var plane = image.Width * image.Height;
        var index = (y * image.Width) + x;
        image.Values[index] = red / count;
        image.Values[plane + index] = green / count;
        image.Values[(2 * plane) + index] = blue / count;
    }
}
