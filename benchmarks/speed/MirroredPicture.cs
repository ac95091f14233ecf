using Glaze.Imaging;

namespace Glaze.Benchmarks.Speed;

/// <summary>A square of any size covered with a picture and its mirror images, so that large canvases have the grain of real art.</summary>
internal static class MirroredPicture
{
    public static void Save(string source, int side, string output) => ImageFile.Save(output, Create(source, side));

    public static PixelBuffer Create(string source, int side)
    {
        var tile = ImageFile.Load(source).Pixels;
        var picture = new PixelBuffer(side, side);
        Parallel.For(0, side, y =>
        {
            var row = Mirror(y, tile.Height) * tile.Width;
            for (var x = 0; x < side; x++)
            {
                tile.Rgba.AsSpan(4 * (row + Mirror(x, tile.Width)), 4).CopyTo(picture.Rgba.AsSpan(4 * ((y * side) + x)));
            }
        });
        return picture;
    }

    private static int Mirror(int index, int count)
    {
        var folded = index % (2 * count);
        return folded < count ? folded : (2 * count) - 1 - folded;
    }
}
