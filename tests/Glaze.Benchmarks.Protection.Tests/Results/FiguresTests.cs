using Glaze.Benchmarks.Protection.Results;

namespace Glaze.Benchmarks.Protection.Tests.Results;

public sealed class FiguresTests
{
    [Fact]
    public void Of_TwoPictures_TakesThePurifierThatLeavesLeastInTheirMean()
    {
        // jpeg-75: (0.08 + 0.02) / 2 = 0.05; blur-1: (0.03 + 0.05) / 2 = 0.04.
        var figures = Figures.Of([.. TestRows.Of("oak", Comparison.Ours, 0.10, 0.08, 0.03), .. TestRows.Of("fox", Comparison.Ours, 0.06, 0.02, 0.05)])!;

        figures.Untreated.ShouldBe(0.08, 1e-9);
        figures.Mean.ShouldBe(0.045, 1e-9);
        figures.Worst.ShouldBe(0.04, 1e-9);
        figures.WorstPurifier.ShouldBe("blur-1");
    }

    [Fact]
    public void Of_UntreatedRowsAlone_HasNoMean()
    {
        var figures = Figures.Of([TestRows.Row("oak", "none", 0.1)])!;

        figures.Untreated.ShouldBe(0.1);
        figures.Mean.ShouldBe(double.NaN);
        figures.Worst.ShouldBe(double.NaN);
    }

    [Fact]
    public void Of_NoRows_IsNothing()
    {
        Figures.Of([]).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.06, 0.03, 2)]
    [InlineData(-0.06, 0.03, -2)]
    [InlineData(0.06, 0.001, double.PositiveInfinity)]
    [InlineData(0.001, 0.001, double.NaN)]
    [InlineData(0.06, double.NaN, double.NaN)]
    [InlineData(double.NaN, 0.03, double.NaN)]
    public void Ratio_OfTwoShifts_SaysNothingByDividingByNoise(double ours, double other, double expected)
    {
        Figures.Ratio(ours, other).ShouldBe(expected);
    }
}
