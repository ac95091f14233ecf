using Glaze.Cloaking.Budget;

namespace Glaze.Cloaking.Tests.Budget;

public sealed class LocalWindowsTests
{
    [Fact]
    public void MinimumOctagon_OneLowValue_SpreadsRoundRatherThanSquare()
    {
        const int Side = 31;
        const int Middle = 15;
        var plane = Enumerable.Repeat(1f, Side * Side).ToArray();
        plane[(Middle * Side) + Middle] = 0;

        LocalWindows.MinimumOctagon(plane, Side, Side, radius: 8);

        // Square of 4, then diamond of 4: a point is inside when |dx| and |dy| beyond 4 add up to at most 4.
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var beyond = Math.Max(0, Math.Abs(x - Middle) - 4) + Math.Max(0, Math.Abs(y - Middle) - 4);
                plane[(y * Side) + x].ShouldBe(beyond <= 4 ? 0 : 1, $"{x},{y}");
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(9, 1)]
    public void MinimumOctagon_NarrowPlane_SeesAllOfItsLine(int width, int height)
    {
        var plane = Enumerable.Range(0, width * height).Select(i => (float)(i + 1)).ToArray();

        LocalWindows.MinimumOctagon(plane, width, height, radius: 20);

        plane.ShouldAllBe(value => value == 1);
    }

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(40, 5, 3)]
    [InlineData(5, 40, 3)]
    [InlineData(67, 33, 4)]
    public void MeanAndMinimum_AnyPlane_AreThoseOfEveryWindow(int width, int height, int radius)
    {
        var plane = TestTensors.Normal(width * height, 1);
        var means = (float[])plane.Clone();
        var minima = (float[])plane.Clone();

        LocalWindows.Mean(means, width, height, radius);
        LocalWindows.Minimum(minima, width, height, radius);

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var window = (from row in Range(y, height) from column in Range(x, width) select plane[(row * width) + column]).ToList();
                means[(y * width) + x].ShouldBe(window.Average(), 1e-5);
                minima[(y * width) + x].ShouldBe(window.Min());
            }
        }

        IEnumerable<int> Range(int centre, int count) =>
            Enumerable.Range(centre - radius, (2 * radius) + 1).Where(index => index >= 0 && index < count);
    }
}
