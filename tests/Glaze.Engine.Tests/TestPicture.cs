using Glaze.Imaging;

namespace Glaze.Engine.Tests;

/// <summary>A small textured picture with soft and full transparency, and hidden colours under the transparent pixels.</summary>
internal static class TestPicture
{
    public static PixelBuffer Create(int width, int height, int seed = 1, bool isOpaque = false)
    {
        var random = new Random(seed);
        var picture = new PixelBuffer(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = picture.Rgba.AsSpan(4 * ((y * width) + x), 4);
                pixel[0] = (byte)((x * 3) + random.Next(60));
                pixel[1] = (byte)((y * 2) + random.Next(60));
                pixel[2] = (byte)(120 + random.Next(60));
                pixel[3] = (byte)(isOpaque ? 255 : x < width / 4 ? 0 : x < width / 2 ? 128 : 255);
            }
        }

        return picture;
    }

    public static string Save(TemporaryFolder folder, string name, int width = 96, int height = 80, int seed = 1, bool isOpaque = false)
    {
        ImageFile.Save(folder.File(name), Create(width, height, seed, isOpaque));
        return folder.File(name);
    }
}
