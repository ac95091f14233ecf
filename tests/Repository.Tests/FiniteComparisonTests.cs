namespace Repository.Tests;

/// <summary>What <see cref="FiniteComparison"/> promises holds where a test writes the comparison as it always did.</summary>
public sealed class FiniteComparisonTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Comparison_FigureThatIsNone_PassesNoBound(double figure)
    {
        Should.Throw<ShouldAssertException>(() => figure.ShouldBeLessThan(1));
        Should.Throw<ShouldAssertException>(() => figure.ShouldBeLessThanOrEqualTo(1.05));
        Should.Throw<ShouldAssertException>(() => figure.ShouldBeGreaterThan(30));
        Should.Throw<ShouldAssertException>(() => figure.ShouldBeGreaterThanOrEqualTo(30));
        Should.Throw<ShouldAssertException>(() => ((float)figure).ShouldBeLessThan(1));
        Should.Throw<ShouldAssertException>(() => ((float)figure).ShouldBeGreaterThan(1));
        Should.Throw<ShouldAssertException>(() => 1.0.ShouldBeGreaterThan(figure));
    }

    [Fact]
    public void Comparison_Figure_IsCompared()
    {
        1.0.ShouldBeLessThan(1.5);
        Should.Throw<ShouldAssertException>(() => 1.5.ShouldBeLessThan(1.0));
        Should.Throw<ShouldAssertException>(() => 1.0.ShouldBeGreaterThan(1.5));
    }

    [Fact]
    public void Largest_OneIsNoNumber_IsNone() => double.IsNaN(new[] { 1, double.NaN, 2 }.Largest()).ShouldBeTrue();
}
