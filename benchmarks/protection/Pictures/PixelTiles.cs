using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Pictures;

/// <summary>Rectangles out of pictures.</summary>
internal static class PixelTiles
{
    /// <summary>One rectangle.</summary>
    public static PlanarImage Cut(PlanarImage picture, int left, int top, int width, int height)
    {
        var cut = new PlanarImage(width, height);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            for (var y = 0; y < height; y++)
            {
                picture.Plane(c).Slice(((top + y) * picture.Width) + left, width).CopyTo(cut.Plane(c)[(y * width)..]);
            }
        }

        return cut;
    }

    /// <summary>One rectangle.</summary>
    public static PixelBuffer Cut(PixelBuffer picture, int left, int top, int width, int height)
    {
        var cut = new PixelBuffer(width, height);
        for (var y = 0; y < height; y++)
        {
            picture.Rgba.AsSpan(4 * (((top + y) * picture.Width) + left), 4 * width).CopyTo(cut.Rgba.AsSpan(4 * y * width));
        }

        return cut;
    }

    /// <summary>The corners of tiles of at most a side that cover a picture without overlap.</summary>
    public static IEnumerable<(int Left, int Top, int Width, int Height)> Cover(int width, int height, int side)
    {
        for (var top = 0; top < height; top += side)
        {
            for (var left = 0; left < width; left += side)
            {
                yield return (left, top, Math.Min(side, width - left), Math.Min(side, height - top));
            }
        }
    }
}
