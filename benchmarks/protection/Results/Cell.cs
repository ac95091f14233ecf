using System.Globalization;

namespace Glaze.Benchmarks.Protection.Results;

/// <summary>Numbers as tables show them: a dash for what was not measured.</summary>
internal static class Cell
{
    /// <summary>A shift.</summary>
    public static string Shift(double value) => Text(value, "F3");

    /// <summary>A ratio.</summary>
    public static string Ratio(double value) => Text(value, "F2");

    /// <summary>Any number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">Its format when there is one.</param>
    public static string Text(double value, string format) =>
        double.IsNaN(value) ? "–" : double.IsInfinity(value) ? "∞" : value.ToString(format, CultureInfo.InvariantCulture);
}
