using Glaze.Imaging;

namespace Glaze.Training.Pictures;

/// <summary>A sheet of training pictures to look at: each beside the same in another style.</summary>
internal static class PictureSheet
{
    private const int Side = 192;
    private const int Columns = 8;
    private const int Rows = 5;

    /// <summary>Draws the sheet.</summary>
    public static void Write(string path, int seed, ClipArt clipArt)
    {
        var maker = new PictureMaker(clipArt);
        var sheet = new PlanarImage(Columns * Side, Rows * Side);
        for (var cell = 0; cell < Columns * Rows / 2; cell++)
        {
            var (picture, styled) = maker.Draw(new Dice(seed + cell), Side);
            Put(sheet, picture, 2 * cell);
            Put(sheet, styled, (2 * cell) + 1);
        }

        ImageFile.Save(path, sheet.ToPixels());
    }

    private static void Put(PlanarImage sheet, PlanarImage picture, int cell)
    {
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            for (var y = 0; y < Side; y++)
            {
                picture.Plane(c).Slice(y * Side, Side).CopyTo(sheet.Plane(c)[((((cell / Columns * Side) + y) * sheet.Width) + (cell % Columns * Side))..]);
            }
        }
    }
}
