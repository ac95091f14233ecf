using Glaze.Imaging;

namespace Glaze.Cloaking.Canvas;

/// <summary>Reads windows of a picture as encoders see it: over white, mirrored beyond the edge.</summary>
internal static class WindowPixels
{
    /// <summary>Index within 0..count − 1 of a mirrored coordinate (… 2 1 | 0 1 2 … | …), for any distance from the canvas.</summary>
    public static int Mirror(int index, int count)
    {
        var period = 2 * count;
        var folded = ((index % period) + period) % period;
        return folded < count ? folded : period - 1 - folded;
    }

    /// <summary>RGB, 0..1, composed over white.</summary>
    public static PlanarImage Read(PixelBuffer picture, CanvasWindow window)
    {
        var plane = window.Width * window.Height;
        var image = new PlanarImage(window.Width, window.Height);
        var values = image.Values;
        for (var y = 0; y < window.Height; y++)
        {
            var row = Mirror(window.Y + y, picture.Height) * picture.Width;
            for (var x = 0; x < window.Width; x++)
            {
                var pixel = 4 * (row + Mirror(window.X + x, picture.Width));
                var alpha = picture.Rgba[pixel + 3] / 255f;
                var index = (y * window.Width) + x;
                for (var c = 0; c < 3; c++)
                {
                    values[(c * plane) + index] = (picture.Rgba[pixel + c] / 255f * alpha) + (1 - alpha);
                }
            }
        }

        return image;
    }

    /// <summary>Straight colour values in levels 0..255, and alpha 0..1, H,W.</summary>
    public static PlanarImage ReadLevels(PixelBuffer picture, CanvasWindow window, out float[] coverage)
    {
        var plane = window.Width * window.Height;
        var image = new PlanarImage(window.Width, window.Height);
        var levels = image.Values;
        coverage = new float[plane];
        for (var y = 0; y < window.Height; y++)
        {
            var row = Mirror(window.Y + y, picture.Height) * picture.Width;
            for (var x = 0; x < window.Width; x++)
            {
                var pixel = 4 * (row + Mirror(window.X + x, picture.Width));
                var index = (y * window.Width) + x;
                levels[index] = picture.Rgba[pixel];
                levels[plane + index] = picture.Rgba[pixel + 1];
                levels[(2 * plane) + index] = picture.Rgba[pixel + 2];
                coverage[index] = picture.Rgba[pixel + 3] / 255f;
            }
        }

        return image;
    }

    /// <summary>How much each pixel of the window may change, 0..1, H,W: 0 beyond the edge, where the picture is fully transparent or not selected.</summary>
    public static float[] ReadChangeable(CloakJob job, CanvasWindow window)
    {
        var (width, height) = (job.Original.Width, job.Original.Height);
        var values = new float[window.Width * window.Height];
        for (var y = Math.Max(0, -window.Y); y < Math.Min(window.Height, height - window.Y); y++)
        {
            for (var x = Math.Max(0, -window.X); x < Math.Min(window.Width, width - window.X); x++)
            {
                values[(y * window.Width) + x] = job.WeightAt(((window.Y + y) * width) + window.X + x) / 255f;
            }
        }

        return values;
    }

    /// <summary>One byte per pixel of the window: <paramref name="plane"/> inside the canvas, 0 beyond its edge.</summary>
    public static float[] ReadInside(ReadOnlySpan<byte> plane, int width, int height, CanvasWindow window)
    {
        var values = new float[window.Width * window.Height];
        for (var y = Math.Max(0, -window.Y); y < Math.Min(window.Height, height - window.Y); y++)
        {
            for (var x = Math.Max(0, -window.X); x < Math.Min(window.Width, width - window.X); x++)
            {
                values[(y * window.Width) + x] = plane[((window.Y + y) * width) + window.X + x];
            }
        }

        return values;
    }
}
