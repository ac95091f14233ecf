using Glaze.Benchmarks.Mimicry.Pictures;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Mimicry.Tests.Pictures;

public sealed class CanvasTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glaze-mimicry-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(192, 108, 112, 72)]
    [InlineData(81, 108, 72, 72)]
    public void Artist_OfAWideAndOfATallPicture_IsWideOrSquare(int width, int height, int wide, int high)
    {
        var picture = new Canvas(64).Artist(Saved(new PixelBuffer(width, height)));

        (picture.Width, picture.Height).ShouldBe((wide, high));
    }

    [Fact]
    public void Square_OfATransparentPicture_ShowsAGroundWhereItIsTransparentAlone()
    {
        var pixels = new PixelBuffer(64, 64);
        for (var i = 0; i < 64 * 32; i++)
        {
            (pixels.Rgba[4 * i], pixels.Rgba[(4 * i) + 3]) = (200, 255);
        }

        var file = Saved(pixels);
        var (first, second) = (new Canvas(64).Square(file, 2), new Canvas(64).Square(file, 3));

        Enumerable.Range(0, 20 * 64).ShouldAllBe(i => Math.Abs(first.Values[i] - (200 / 255f)) < 0.01);
        Enumerable.Range(44 * 64, 20 * 64).Count(i => Math.Abs(first.Values[i] - second.Values[i]) > 0.02).ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Mirrored_Twice_IsThePicture()
    {
        var picture = new Canvas(64).Artist(Saved(new PixelBuffer(90, 90)));
        picture.Values[5] = 0.7f;

        Canvas.Mirrored(picture).Values[picture.Width - 6].ShouldBe(0.7f);
        Canvas.Mirrored(Canvas.Mirrored(picture)).Values.ShouldBe(picture.Values);
    }

    private FileInfo Saved(PixelBuffer pixels)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.png");
        ImageFile.Save(path, pixels);
        return new FileInfo(path);
    }
}
