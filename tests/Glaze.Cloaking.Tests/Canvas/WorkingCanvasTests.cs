using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Canvas;

/// <summary>Large pictures are cloaked at a working size, and δ enlarged: as strong as on a small one, and no less careful.</summary>
public sealed class WorkingCanvasTests
{
    private static readonly CloakSettings Settings = new(Quality: RenderQuality.Fast, StyleName: "pointillism");

    [Fact]
    public void Of_NoLargerThanTheLimit_IsTheJobItself()
    {
        var job = new CloakJob(TestPictures.Flat(WorkingCanvas.LongestSide, 3), Settings);

        WorkingCanvas.Of(job).ShouldBeSameAs(job);
    }

    [Fact]
    public void Of_SmallSelectionOfALargePicture_IsTheJobItself()
    {
        var selection = new byte[3000 * 4];
        selection.AsSpan(100, 600).Fill(255);
        var job = new CloakJob(TestPictures.Noise(3000, 4), Settings, selection);

        WorkingCanvas.Of(job).ShouldBeSameAs(job);
    }

    [Fact]
    public void Of_LargePicture_HasTheLongestSideAndNothingHidden()
    {
        var picture = TestPictures.Noise(2688, 40);
        TestPictures.SetAlpha(picture, i => (byte)(i % 2688 < 1344 ? 0 : 255));
        var job = new CloakJob(picture, Settings, Enumerable.Repeat((byte)200, 2688 * 40).ToArray());

        var working = WorkingCanvas.Of(job with { Original = TestPictures.Noise(2688, 40) });

        (working.Original.Width, working.Original.Height).ShouldBe((1344, 20));
        working.Selection!.Value.ToArray().ShouldAllBe(weight => weight == 200);
        WorkingCanvas.Of(job).ShouldBeSameAs(job, "Half of it is transparent, and the rest fits.");
    }

    [Fact]
    public void Cloak_EnlargedPicture_IsChangedAsMuchAsTheSmallOne()
    {
        using var sessions = TinyEncoder.Sessions();
        var small = TestPictures.Soft(250, 50);
        var large = TestPictures.Enlarged(small, 2000, 400);

        var ofLarge = Rms(sessions, large);

        // The mask of single pixels takes it for flat colour.
        (ofLarge / Rms(sessions, small)).ShouldBeInRange(0.6, 1.4);
    }

    [Fact]
    public void Cloak_LargeFlatArt_StaysClean()
    {
        using var sessions = TinyEncoder.Sessions();
        var picture = TestPictures.Cel(1500, 200);

        var outcome = new Cloaker(sessions).Cloak(new CloakJob(picture, Settings), null, CancellationToken.None);

        outcome.Cloaked.Rgba.ShouldNotBe(picture.Rgba);
        FlatRms(picture, outcome.Cloaked).ShouldBeLessThan(0.8);
        VisibleChange.Measure(picture, outcome.Cloaked).FlatRms.ShouldBeLessThan(0.8);
    }

    // δ is enlarged over what must not change, too.
    [Theory]
    [InlineData((int)CanvasAlpha.Holes, (int)CanvasSelection.None)]
    [InlineData((int)CanvasAlpha.Soft, (int)CanvasSelection.Rectangle)]
    public void Cloak_LargeCanvas_KeepsEveryPromise(int alpha, int selection)
    {
        using var sessions = TinyEncoder.Sessions();

        CanvasCase.Of(3000, 40, (CanvasAlpha)alpha, (CanvasSelection)selection, CanvasArt.Colour).Check(sessions, seed: 7);
    }

    private static double Rms(SessionPool sessions, PixelBuffer picture) =>
        VisibleChange.Measure(picture, new Cloaker(sessions).Cloak(new CloakJob(picture, Settings), null, CancellationToken.None).Cloaked).Rms;

    // Of the pixels whose 7×7 surroundings have one colour.
    private static double FlatRms(PixelBuffer picture, PixelBuffer cloaked)
    {
        var (squares, count) = (0.0, 0);
        for (var y = 3; y < picture.Height - 3; y++)
        {
            for (var x = 3; x < picture.Width - 3; x++)
            {
                if (!IsFlat(picture, x, y))
                {
                    continue;
                }

                for (var c = 0; c < 3; c++)
                {
                    var index = (4 * ((y * picture.Width) + x)) + c;
                    squares += Math.Pow(cloaked.Rgba[index] - picture.Rgba[index], 2);
                    count++;
                }
            }
        }

        return Math.Sqrt(squares / count);
    }

    private static bool IsFlat(PixelBuffer picture, int x, int y)
    {
        var middle = picture.Rgba.AsSpan(4 * ((y * picture.Width) + x), 4);
        for (var row = y - 3; row <= y + 3; row++)
        {
            for (var column = x - 3; column <= x + 3; column++)
            {
                if (!picture.Rgba.AsSpan(4 * ((row * picture.Width) + column), 4).SequenceEqual(middle))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
