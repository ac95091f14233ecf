namespace Glaze.Imaging.Tests;

/// <summary>Small seeded pictures for tests.</summary>
internal static class TestPictures
{
    /// <summary>Independent random bytes, alpha included.</summary>
    internal static PixelBuffer Noise(int width, int height, int seed, bool opaque = false)
    {
        var pixels = new PixelBuffer(width, height);
        new Random(seed).NextBytes(pixels.Rgba);
        for (var i = 3; opaque && i < pixels.Rgba.Length; i += 4)
        {
            pixels.Rgba[i] = 255;
        }

        return pixels;
    }

    /// <summary>Independent values, normally distributed around 0.</summary>
    internal static PlanarImage Gaussian(int width, int height, int seed)
    {
        var random = new Random(seed);
        var image = new PlanarImage(width, height);
        for (var i = 0; i < image.Values.Length; i++)
        {
            image.Values[i] = (float)((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2);
        }

        return image;
    }

    /// <summary>A soft colourful picture with a few edges, opaque, kind to lossy codecs.</summary>
    internal static PixelBuffer Scene(int width, int height)
    {
        var pixels = new PixelBuffer(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var i = 4 * ((y * width) + x);
                var isDisc = ((x - (width / 2)) * (x - (width / 2))) + ((y - (height / 2)) * (y - (height / 2))) < width * height / 12;
                pixels.Rgba[i] = (byte)(isDisc ? 220 : 60 + (120 * x / width));
                pixels.Rgba[i + 1] = (byte)(isDisc ? 120 + (60 * y / height) : 90 + (100 * y / height));
                pixels.Rgba[i + 2] = (byte)(isDisc ? 40 : 200 - (90 * x / width));
                pixels.Rgba[i + 3] = 255;
            }
        }

        return pixels;
    }

    /// <summary>⟨a, b⟩ in double precision.</summary>
    internal static double Dot(PlanarImage a, PlanarImage b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Values.Length; i++)
        {
            sum += (double)a.Values[i] * b.Values[i];
        }

        return sum;
    }
}
