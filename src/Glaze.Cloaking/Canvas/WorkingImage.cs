using Glaze.Cloaking.Arithmetic;
using Glaze.Imaging;

namespace Glaze.Cloaking.Canvas;

/// <summary>Shrinks a picture, composed over white, without ever holding it as floats at full size.</summary>
internal static class WorkingImage
{
    /// <summary>The picture with its longer side at most <paramref name="longestSide"/> pixels, over a grey of the given value.</summary>
    public static PlanarImage Shrink(PixelBuffer picture, int longestSide, float matte = 1)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        var (width, height) = ShrunkSize(picture, longestSide);
        return Resampler.Resize(BlockMeans(picture, Math.Max(1, longest / (2 * longestSide)), matte), width, height);
    }

    /// <summary>Width and height that <see cref="Shrink"/> gives.</summary>
    public static (int Width, int Height) ShrunkSize(PixelBuffer picture, int longestSide)
    {
        var scale = Math.Min(1.0, longestSide / (double)Math.Max(picture.Width, picture.Height));
        return (Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
    }

    /// <summary>An image of the picture's shrunken size, composed over white with the picture's alpha.</summary>
    public static PlanarImage OverWhite(PlanarImage image, PixelBuffer picture, int longestSide)
    {
        if (!picture.HasTransparency)
        {
            return image;
        }

        // What differs between white and black behind a pixel is 1 − α.
        var white = Shrink(picture, longestSide).Values;
        var black = Shrink(picture, longestSide, matte: 0).Values;
        var values = new float[white.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var through = Math.Clamp(white[i] - black[i], 0, 1);
            values[i] = (image.Values[i] * (1 - through)) + through;
        }

        return new PlanarImage(image.Width, image.Height, values);
    }

    // Means of about block × block pixels first, so that what is resampled is at most a few times the wanted size. All blocks are as large as each
    // other but for one pixel: a last one that is much narrower would be taken for a whole one and shift what is seen of the picture's far edges.
    private static PlanarImage BlockMeans(PixelBuffer picture, int block, float matte)
    {
        var width = (picture.Width + block - 1) / block;
        var height = (picture.Height + block - 1) / block;
        var image = new PlanarImage(width, height);
        WorkThreads.For(height, CancellationToken.None, y =>
        {
            for (var x = 0; x < width; x++)
            {
                WriteMean(picture, image, x, y, matte);
            }
        });
        return image;
    }

    private static void WriteMean(PixelBuffer picture, PlanarImage image, int x, int y, float matte)
    {
        var (red, green, blue, count) = (0f, 0f, 0f, 0);
        var (top, bottom) = AreaMean.Cover(y, image.Height, picture.Height);
        var (left, right) = AreaMean.Cover(x, image.Width, picture.Width);
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
            {
                var pixel = picture.Rgba.AsSpan(4 * ((row * picture.Width) + column), 4);
                var alpha = pixel[3] / 255f;
                red += (pixel[0] / 255f * alpha) + (matte * (1 - alpha));
                green += (pixel[1] / 255f * alpha) + (matte * (1 - alpha));
                blue += (pixel[2] / 255f * alpha) + (matte * (1 - alpha));
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
