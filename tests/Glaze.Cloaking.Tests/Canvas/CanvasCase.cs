using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Canvas;

/// <summary>One canvas of the matrix and the promises it must keep.</summary>
internal sealed record CanvasCase(string Name, PixelBuffer Picture, byte[]? Selection, bool IsGrey)
{
    private const double Intensity = 80;

    // Fewer pixels that may move than this can all be rounded back to where they were.
    private const int EnoughToMove = 64;

    public static CanvasCase Of(int width, int height, CanvasAlpha alpha, CanvasSelection selection, CanvasArt art)
    {
        var picture = Draw(width, height, art);
        TestPictures.SetAlpha(picture, i => Alpha(i % width, i / width, width, alpha));
        return new CanvasCase(
            $"{width}×{height}, {alpha}, {selection}, {art}", picture, Select(width, height, selection), art == CanvasArt.Grey);
    }

    public CloakOutcome Cloak(SessionPool sessions, int seed)
    {
        var settings = new CloakSettings(Intensity, RenderQuality.Draft, "pointillism", seed);
        var selection = Selection is null ? default(ReadOnlyMemory<byte>?) : Selection.AsMemory();
        return new Cloaker(sessions).Cloak(new CloakJob(Picture, settings, selection), null, CancellationToken.None);
    }

    /// <summary>Cloaks and checks: size, alpha, unselected and hidden pixels exact; |δ| within B; grey stays grey; the original untouched.</summary>
    public void Check(SessionPool sessions, int seed)
    {
        var before = (byte[])Picture.Rgba.Clone();
        var outcome = Cloak(sessions, seed);
        var bounds = Bounds(outcome.Epsilon, seed);

        var (movable, moved) = (0, 0);
        Picture.Rgba.ShouldBe(before, Name);
        (outcome.Cloaked.Width, outcome.Cloaked.Height).ShouldBe((Picture.Width, Picture.Height), Name);
        for (var i = 0; i < bounds.Length; i++)
        {
            var original = before.AsSpan(4 * i, 4);
            var cloaked = outcome.Cloaked.Rgba.AsSpan(4 * i, 4);
            var mayChange = original[3] > 0 && (Selection is null || Selection[i] > 0);
            var largest = Math.Max(Math.Abs(original[0] - cloaked[0]), Math.Max(Math.Abs(original[1] - cloaked[1]), Math.Abs(original[2] - cloaked[2])));
            if (cloaked[3] != original[3] || largest > bounds[i] || largest > outcome.Epsilon || (!mayChange && largest > 0)
                || (IsGrey && (cloaked[0] != cloaked[1] || cloaked[1] != cloaked[2])))
            {
                Assert.Fail($"{Name}: pixel {i} went from {string.Join(' ', original.ToArray())} to {string.Join(' ', cloaked.ToArray())} with bound {bounds[i]}.");
            }

            movable += mayChange && bounds[i] >= 2 ? 1 : 0;
            moved += largest > 0 ? 1 : 0;
        }

        // A cloaker that changes nothing keeps every promise above.
        (movable < EnoughToMove || moved > 0).ShouldBeTrue($"{Name}: of {movable} pixels that may move, none did.");
    }

    // A canvas of several windows is moved by the coarse pass too, which judges what hides change at another size.
    private byte[] Bounds(double epsilon, int seed)
    {
        var selection = Selection is null ? default(ReadOnlyMemory<byte>?) : Selection.AsMemory();
        return Math.Max(Picture.Width, Picture.Height) <= StepPlan.CoarseSide
            ? PerturbationBudget.Create(Picture, selection, epsilon, PictureSeed.Of(Picture, seed)).Bounds.ToArray()
            : [.. Enumerable.Repeat((byte)epsilon, Picture.Width * Picture.Height)];
    }

    private static PixelBuffer Draw(int width, int height, CanvasArt art)
    {
        switch (art)
        {
            case CanvasArt.Cel:
                return TestPictures.Cel(width, height);
            case CanvasArt.Pixels:
                // A palette of four, in blocks of three by three.
                (byte, byte, byte)[] palette = [(20, 12, 28), (208, 70, 72), (109, 170, 44), (222, 238, 214)];
                return TestPictures.Fill(width, height, (x, y) => palette[((x / 3 * 7) + (y / 3 * 5) + (x / 9)) % palette.Length]);
            default:
                var picture = TestPictures.Noise(width, height);
                for (var i = 0; art == CanvasArt.Grey && i < picture.Rgba.Length; i += 4)
                {
                    picture.Rgba[i + 1] = picture.Rgba[i + 2] = picture.Rgba[i];
                }

                return picture;
        }
    }

    private static byte Alpha(int x, int y, int width, CanvasAlpha alpha) => alpha switch
    {
        CanvasAlpha.Soft => (byte)(255 * (x + 1) / width),
        CanvasAlpha.Transparent => 0,
        CanvasAlpha.Holes => (byte)(((x / 4) + (y / 4)) % 2 == 0 || (x + y) % 5 == 0 ? 0 : 255),
        _ => 255,
    };

    private static byte[]? Select(int width, int height, CanvasSelection selection)
    {
        if (selection == CanvasSelection.None)
        {
            return null;
        }

        var weights = new byte[width * height];
        for (var i = 0; i < weights.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            weights[i] = selection switch
            {
                CanvasSelection.Rectangle => (byte)(x >= width / 4 && x < 3 * width / 4 && y >= height / 4 ? 255 : 0),
                CanvasSelection.OnePixel => (byte)(x == width / 2 && y == height / 2 ? 255 : 0),
                _ => (byte)(x * 255 / width),
            };
        }

        return weights;
    }
}
