using System.Globalization;
using Xunit.Abstractions;

namespace Glaze.Cloaking.Tests.Canvas;

/// <summary>Any canvas: sizes × transparency × selection × kind of art. The promises hold for each, byte by byte.</summary>
public sealed class CanvasMatrixTests(ITestOutputHelper output)
{
    private const int Seed = 7;

    // Single pixels, lines, odd sides, around the encoder's alignment (8), around one window (768), strips of several windows, larger than δ is computed at (1344).
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 29)]
    [InlineData(31, 1)]
    [InlineData(2, 2)]
    [InlineData(7, 5)]
    [InlineData(15, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 9)]
    [InlineData(33, 21)]
    [InlineData(49, 47)]
    [InlineData(767, 3)]
    [InlineData(768, 2)]
    [InlineData(769, 3)]
    [InlineData(2, 769)]
    [InlineData(1300, 2)]
    [InlineData(1345, 3)]
    [InlineData(3, 2000)]
    public void Cloak_EverySize_KeepsThePromisesForEveryTransparency(int width, int height)
    {
        using var sessions = TinyEncoder.Sessions();
        foreach (var alpha in Enum.GetValues<CanvasAlpha>())
        {
            // Selection and art go round, so that every pair with a size and every pair with a transparency comes up.
            var selection = (CanvasSelection)(((int)alpha + width) % 4);
            var art = (CanvasArt)(((int)alpha + height + (width / 2)) % 4);
            CanvasCase.Of(width, height, alpha, selection, art).Check(sessions, Seed);
        }
    }

    [Theory]
    [InlineData((int)CanvasArt.Colour)]
    [InlineData((int)CanvasArt.Grey)]
    [InlineData((int)CanvasArt.Cel)]
    [InlineData((int)CanvasArt.Pixels)]
    public void Cloak_EveryTransparencyAndSelection_KeepsThePromisesForEveryArt(int art)
    {
        using var sessions = TinyEncoder.Sessions();
        foreach (var alpha in Enum.GetValues<CanvasAlpha>())
        {
            foreach (var selection in Enum.GetValues<CanvasSelection>())
            {
                CanvasCase.Of(37, 26, alpha, selection, (CanvasArt)art).Check(sessions, Seed);
            }
        }
    }

    [Theory]
    [InlineData(37, 26)]
    [InlineData(769, 5)]
    [InlineData(1400, 4)]
    public void Cloak_SameSeed_GivesTheSameBytesForAnyThreads(int width, int height)
    {
        var canvas = CanvasCase.Of(width, height, CanvasAlpha.Soft, CanvasSelection.Soft, CanvasArt.Colour);
        var results = new[] { 1, 2, 2 }.Select(threads =>
        {
            using var sessions = TinyEncoder.Sessions(threads);
            return canvas.Cloak(sessions, Seed).Cloaked.Rgba;
        }).ToList();
        using var other = TinyEncoder.Sessions();

        results[1].ShouldBe(results[0]);
        results[2].ShouldBe(results[0]);
        canvas.Cloak(other, Seed + 1).Cloaked.Rgba.ShouldNotBe(results[0]);
    }

    [Fact]
    public void Cloak_LargerThanOneWindow_LeavesNoSeams()
    {
        const int Width = 1300;
        const int Height = 900;
        using var sessions = TinyEncoder.Sessions();
        var picture = TestPictures.Noise(Width, Height);
        var settings = new CloakSettings(Quality: RenderQuality.Fast, StyleName: "pointillism");

        var outcome = new Cloaker(sessions).Cloak(new CloakJob(picture, settings), null, CancellationToken.None);

        var windows = Glaze.Cloaking.Canvas.WindowGrid.Plan(0, 0, Width, Height, 512, 16);
        var columns = windows.SelectMany(window => new[] { window.X, window.X + window.Width }).Where(x => x is > 0 and < Width).Distinct().ToList();
        var rows = windows.SelectMany(window => new[] { window.Y, window.Y + window.Height }).Where(y => y is > 0 and < Height).Distinct().ToList();
        columns.Count.ShouldBe(4);
        rows.Count.ShouldBe(2);
        CheckBorders(columns, Width, x => Enumerable.Range(0, Height).Select(y => Delta(x, y)).ToArray());
        CheckBorders(rows, Height, y => Enumerable.Range(0, Width).Select(x => Delta(x, y)).ToArray());

        int Delta(int x, int y) => outcome.Cloaked.Rgba[4 * ((y * Width) + x)] - picture.Rgba[4 * ((y * Width) + x)];
    }

    // Energy of δ, and of its step from one line to the next, within 8 lines of window borders against everywhere.
    private void CheckBorders(IReadOnlyList<int> borders, int count, Func<int, int[]> line)
    {
        var lines = Enumerable.Range(0, count).Select(line).ToList();
        var energy = lines.Select(values => values.Average(value => (double)value * value)).ToList();
        var steps = Enumerable.Range(0, count - 1).Select(i => lines[i].Zip(lines[i + 1], (a, b) => (double)(b - a) * (b - a)).Average()).ToList();

        var energyRatio = borders.Average(border => energy.GetRange(border - 8, 16).Average()) / energy.Average();
        var stepRatio = borders.Average(border => steps.GetRange(border - 8, 16).Average()) / steps.Average();
        var worstLine = borders.Select(border => steps[border - 1] / SamePhase(border - 1)).Largest();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"energy {energyRatio:0.000}, steps {stepRatio:0.000}, worst single border line {worstLine:0.000} of its neighbours'"));
        energy.Average().ShouldBeGreaterThan(0.5, "a picture that did not change has no seams");
        energyRatio.ShouldBeLessThanOrEqualTo(1.05);
        stepRatio.ShouldBeLessThanOrEqualTo(1.05);

        // Inside windows one line in fifty has 2.0 (columns) and 1.6 (rows).
        worstLine.ShouldBeLessThanOrEqualTo(1.25);

        // An encoder that shrinks by 8 leaves a pattern of that period.
        double SamePhase(int index) => Enumerable.Range(-6, 13).Where(k => k != 0).Average(k => steps[index + (8 * k)]);
    }
}
