using Glaze.Imaging;

namespace Glaze.Benchmarks.Memory;

/// <summary>As many sizes as are asked for, no two alike, in an order in which neither side keeps rising.</summary>
internal static class Sizes
{
    public static (int Width, int Height) Of(int index, int side) =>
        ((side * 2 / 5) + (index * 37 % Math.Max(1, side * 3 / 5)), (side * 2 / 5) + (index * 53 % Math.Max(1, side * 2 / 5)));

    /// <summary>A picture with shapes and grain.</summary>
    public static PixelBuffer Picture(int width, int height)
    {
        var picture = new PixelBuffer(width, height);
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = (i % width, i / width);
            picture.Rgba[4 * i] = (byte)(128 + (80 * Math.Sin(x * 0.05)) + (40 * Math.Sin(y * 1.7)));
            picture.Rgba[(4 * i) + 1] = (byte)(128 + (80 * Math.Sin((x + y) * 0.03)) + (40 * Math.Cos(x * 1.3)));
            picture.Rgba[(4 * i) + 2] = (byte)(128 + (80 * Math.Cos(y * 0.04)) + (40 * Math.Sin((x - y) * 1.1)));
            picture.Rgba[(4 * i) + 3] = 255;
        }

        return picture;
    }
}
