using Glaze.Cloaking.Canvas;

namespace Glaze.Cloaking.Tests.Canvas;

public sealed class WindowGridTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 700)]
    [InlineData(640, 640)]
    [InlineData(641, 500)]
    [InlineData(2048, 1333)]
    [InlineData(8192, 8192)]
    public void Plan_AnySize_CoversEveryPixelWithOneShape(int width, int height)
    {
        var windows = WindowGrid.Plan(0, 0, width, height, 512, 16);

        windows.Select(window => (window.Width, window.Height)).Distinct().Count().ShouldBe(1);
        windows[0].Width.ShouldBe(windows[0].Width / 16 * 16);
        windows[0].Height.ShouldBe(windows[0].Height / 16 * 16);
        Covered(windows.Select(window => (window.X, window.Width)), width).ShouldBeTrue();
        Covered(windows.Select(window => (window.Y, window.Height)), height).ShouldBeTrue();
    }

    [Fact]
    public void Plan_SeveralWindows_OverlapByTwoHalosAtLeast()
    {
        var columns = WindowGrid.Plan(0, 0, 5000, 100, 512, 16).OrderBy(window => window.X).ToList();

        for (var i = 1; i < columns.Count; i++)
        {
            (columns[i - 1].X + 512 - columns[i].X).ShouldBeGreaterThanOrEqualTo(2 * WindowGrid.Halo);
            (columns[i].X % 16).ShouldBe(0);
        }
    }

    [Theory]
    [InlineData(-1, 5, 0)]
    [InlineData(-5, 5, 4)]
    [InlineData(5, 5, 4)]
    [InlineData(9, 5, 0)]
    [InlineData(-7, 1, 0)]
    [InlineData(3, 5, 3)]
    public void Mirror_OutsideTheCanvas_FoldsBack(int index, int count, int expected) =>
        WindowPixels.Mirror(index, count).ShouldBe(expected);

    private static bool Covered(IEnumerable<(int Start, int Length)> spans, int length)
    {
        var end = 0;
        foreach (var (start, extent) in spans.Distinct().OrderBy(span => span.Start))
        {
            if (start > end)
            {
                return false;
            }

            end = Math.Max(end, start + extent);
        }

        return end >= length;
    }
}
