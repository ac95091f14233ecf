using Glaze.Imaging;

namespace Glaze.Cloaking.Tests;

/// <summary>Small pictures made by code.</summary>
internal static class TestPictures
{
    /// <summary>Noise of every level: as textured as can be.</summary>
    public static PixelBuffer Noise(int width, int height, int seed = 1)
    {
        var random = new Random(seed);
        var picture = new PixelBuffer(width, height);
        random.NextBytes(picture.Rgba);
        SetAlpha(picture, _ => 255);
        return picture;
    }

    /// <summary>Brush strokes, roughly: noise of some levels around a grey, no pixel of which is hidden by its neighbours once enlarged.</summary>
    public static PixelBuffer Soft(int width, int height)
    {
        var random = new Random(5);
        return Fill(width, height, (_, _) => ((byte)random.Next(116, 140), (byte)random.Next(116, 140), (byte)random.Next(116, 140)));
    }

    /// <summary>A picture enlarged by bilinear interpolation, as smooth as that makes it.</summary>
    public static PixelBuffer Enlarged(PixelBuffer picture, int width, int height) =>
        Resampler.Resize(PlanarImage.FromPixels(picture), width, height).ToPixels();

    /// <summary>One colour.</summary>
    public static PixelBuffer Flat(int width, int height, byte level = 128) =>
        Fill(width, height, (_, _) => (level, level, level));

    /// <summary>A ramp of one level per two pixels.</summary>
    public static PixelBuffer Gradient(int width, int height) =>
        Fill(width, height, (x, _) => ((byte)Math.Min(255, x / 2), (byte)Math.Min(255, x / 2), (byte)Math.Min(255, 40 + (x / 2))));

    /// <summary>Cel-shaded: flat areas, a black outline, a patch of texture.</summary>
    public static PixelBuffer Cel(int width, int height)
    {
        var random = new Random(3);
        return Fill(width, height, (x, y) =>
        {
            if (x < width / 3 && y < height / 3)
            {
                return ((byte)random.Next(60, 200), (byte)random.Next(60, 200), (byte)random.Next(60, 200));
            }

            return Math.Abs(x - y) < 2 ? ((byte)10, (byte)10, (byte)10) : x > y ? ((byte)220, (byte)180, (byte)150) : ((byte)90, (byte)140, (byte)200);
        });
    }

    public static PixelBuffer Fill(int width, int height, Func<int, int, (byte Red, byte Green, byte Blue)> colour)
    {
        var picture = new PixelBuffer(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (red, green, blue) = colour(x, y);
                ((byte[])[red, green, blue, 255]).CopyTo(picture.Rgba, 4 * ((y * width) + x));
            }
        }

        return picture;
    }

    public static void SetAlpha(PixelBuffer picture, Func<int, byte> alpha)
    {
        for (var i = 0; i < picture.Width * picture.Height; i++)
        {
            picture.Rgba[(4 * i) + 3] = alpha(i);
        }
    }
}
