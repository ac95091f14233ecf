using Glaze.Imaging;

namespace Glaze.Engine.Tests.Commands;

public sealed class ModelViewOptionTests
{
    [Fact]
    public void Cloak_ModelView_IsAnOpaquePictureOfTheSameSizeLikeTheCloakedOne()
    {
        using var folder = new TemporaryFolder();
        var input = folder.File("in.png");
        var picture = new PixelBuffer(96, 72);
        for (var i = 0; i < 96 * 72; i++)
        {
            ((byte[])[(byte)(40 + (i % 96)), (byte)(60 + (i / 96)), 150, 255]).CopyTo(picture.Rgba, 4 * i);
        }

        ImageFile.Save(input, picture);

        var run = GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), "--quality", "fast", "--style", "mosaic-tesserae", "--model-view", folder.File("view.png"));

        run.ExitCode.ShouldBe(0, run.Errors);
        var (cloaked, view) = (ImageFile.Load(folder.File("out.png")).Pixels, ImageFile.Load(folder.File("view.png")).Pixels);
        (view.Width, view.Height, view.HasTransparency).ShouldBe((96, 72, false));
        cloaked.Rgba.Zip(view.Rgba).Average(pair => Math.Abs(pair.First - pair.Second)).ShouldBeLessThan(20);
        view.Rgba.ShouldNotBe(cloaked.Rgba);
    }

    [Fact]
    public void Cloak_ModelViewOfTwoPictures_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (TestPicture.Save(folder, "a.png"), TestPicture.Save(folder, "b.png"));

        var run = GlazeRun.Of("cloak", one, other, "-o", folder.File("out"), "--model-view", folder.File("view.png"));

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("--model-view works with one picture at a time");
    }
}
