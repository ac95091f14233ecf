using Glaze.Cloaking;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection;

/// <summary>Loads the pictures of a folder: the middle square, shrunk, over white.</summary>
internal static class Subjects
{
    public static IEnumerable<Subject> Load(DirectoryInfo folder, int side, int count, int seed, SessionPool sessions) =>
        folder.EnumerateFiles()
            .Where(file => file.Extension is ".png" or ".jpg" or ".webp")
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(file => Prepare(Path.GetFileNameWithoutExtension(file.Name), ImageFile.Load(file.FullName).Pixels, side, seed, sessions));

    private static Subject Prepare(string name, PixelBuffer picture, int side, int seed, SessionPool sessions)
    {
        var original = Resampler.Resize(MiddleSquare(PlanarImage.FromPixels(picture, (1, 1, 1))), side, side).ToPixels();
        var style = new Cloaker(sessions).ChooseStyle(original, new CloakSettings(Seed: seed), CancellationToken.None);
        return new Subject(name, original, style.Render(PlanarImage.FromPixels(original), seed), style.Name);
    }

    private static PlanarImage MiddleSquare(PlanarImage image)
    {
        var side = Math.Min(image.Width, image.Height);
        var square = new PlanarImage(side, side);
        var (left, top) = ((image.Width - side) / 2, (image.Height - side) / 2);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            for (var y = 0; y < side; y++)
            {
                image.Plane(c).Slice(((top + y) * image.Width) + left, side).CopyTo(square.Plane(c)[(y * side)..]);
            }
        }

        return square;
    }
}
