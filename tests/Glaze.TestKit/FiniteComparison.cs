using Shouldly;

namespace Glaze.TestKit;

/// <summary>
/// Comparisons of figures that a figure which is none cannot pass: to Shouldly NaN is less than everything, and an infinite ratio
/// of signal to noise, that of a picture nobody changed, is a good one. Every test project sees these before Shouldly's own.
/// </summary>
public static class FiniteComparison
{
    /// <summary>Claims that a figure is finite and below a limit.</summary>
    public static void ShouldBeLessThan(this double actual, double expected, string? customMessage = null)
    {
        Require(actual, expected, customMessage);
        ShouldBeTestExtensions.ShouldBeLessThan<double>(actual, expected, customMessage);
    }

    /// <summary>Claims that a figure is finite and at most a limit.</summary>
    public static void ShouldBeLessThanOrEqualTo(this double actual, double expected, string? customMessage = null)
    {
        Require(actual, expected, customMessage);
        ShouldBeTestExtensions.ShouldBeLessThanOrEqualTo<double>(actual, expected, customMessage);
    }

    /// <summary>Claims that a figure is finite and above a limit.</summary>
    public static void ShouldBeGreaterThan(this double actual, double expected, string? customMessage = null)
    {
        Require(actual, expected, customMessage);
        ShouldBeTestExtensions.ShouldBeGreaterThan<double>(actual, expected, customMessage);
    }

    /// <summary>Claims that a figure is finite and at least a limit.</summary>
    public static void ShouldBeGreaterThanOrEqualTo(this double actual, double expected, string? customMessage = null)
    {
        Require(actual, expected, customMessage);
        ShouldBeTestExtensions.ShouldBeGreaterThanOrEqualTo<double>(actual, expected, customMessage);
    }

    /// <summary>Claims that a figure is finite and below a limit.</summary>
    public static void ShouldBeLessThan(this float actual, float expected, string? customMessage = null) =>
        ((double)actual).ShouldBeLessThan(expected, customMessage);

    /// <summary>Claims that a figure is finite and at most a limit.</summary>
    public static void ShouldBeLessThanOrEqualTo(this float actual, float expected, string? customMessage = null) =>
        ((double)actual).ShouldBeLessThanOrEqualTo(expected, customMessage);

    /// <summary>Claims that a figure is finite and above a limit.</summary>
    public static void ShouldBeGreaterThan(this float actual, float expected, string? customMessage = null) =>
        ((double)actual).ShouldBeGreaterThan(expected, customMessage);

    /// <summary>Claims that a figure is finite and at least a limit.</summary>
    public static void ShouldBeGreaterThanOrEqualTo(this float actual, float expected, string? customMessage = null) =>
        ((double)actual).ShouldBeGreaterThanOrEqualTo(expected, customMessage);

    /// <summary>The largest of some figures, NaN if one of them is: LINQ's own passes NaN over.</summary>
    public static double Largest(this IEnumerable<double> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Aggregate(double.NegativeInfinity, Math.Max);
    }

    private static void Require(double actual, double expected, string? customMessage)
    {
        if (!double.IsFinite(actual) || !double.IsFinite(expected))
        {
            throw new ShouldAssertException($"{actual} cannot be compared with {expected}: both must be finite. {customMessage}");
        }
    }
}
