using ScottPlot;

namespace Glaze.Benchmarks.Mimicry.Results;

/// <summary>Draws mimicry success against what was done to the pictures.</summary>
internal static class Curve
{
    private const int Width = 1100;
    private const int Height = 560;
    private const string SweepPrefix = "sweep-";

    /// <summary>Writes the chart of success against shift.</summary>
    public static void OfShift(string path, IReadOnlyList<Outcome> outcomes)
    {
        using var plot = new ScottPlot.Plot();
        var mimics = outcomes.Where(outcome => !IsCopy(outcome) && outcome.Arm != Row.BaseArm).ToList();
        Line(plot, [.. mimics.Where(IsOnTheWay)], "sweep: latents moved toward T's");
        Line(plot, [.. outcomes.Where(outcome => IsCopy(outcome) && IsOnTheWay(outcome))], "held-out pictures moved likewise");
        Marks(plot, [.. outcomes.Where(outcome => outcome.Arm != Row.BaseArm && !IsOnTheWay(outcome))], outcome => outcome.Shift);
        plot.XLabel("shift of the pictures trained on (0: as the artist made them, 1: as T)");
        plot.Title("Mimicry in small: success against shift");
        Save(plot, path, -0.2, 1.05);
    }

    /// <summary>Writes the chart of success against the detail that is left.</summary>
    public static void OfDetail(string path, IReadOnlyList<Outcome> outcomes)
    {
        using var plot = new ScottPlot.Plot();
        Marks(plot, [.. outcomes.Where(outcome => !double.IsNaN(outcome.Detail))], outcome => outcome.Detail);
        plot.XLabel("detail that the encoder sees in the pictures trained on (1: as the artist made them)");
        plot.Title("Mimicry in small: success against detail");
        Save(plot, path, 0.65, 1.02);
    }

    private static void Save(ScottPlot.Plot plot, string path, double left, double right)
    {
        plot.YLabel("samples given to the artist, %");
        plot.Axes.SetLimits(left, right, -3, 103);
        plot.ShowLegend(Edge.Right);
        plot.SavePng(path, Width, Height);
    }

    private static void Marks(ScottPlot.Plot plot, IReadOnlyList<Outcome> outcomes, Func<Outcome, double> place)
    {
        var colors = new ScottPlot.Palettes.Category20();
        foreach (var (outcome, index) in outcomes.Select((outcome, index) => (outcome, index)))
        {
            plot.Add.Marker(place(outcome), 100 * outcome.Success, outcome.Arm.StartsWith(SweepPrefix, StringComparison.Ordinal) ? MarkerShape.FilledCircle : MarkerShape.FilledDiamond, 11, colors.GetColor(index)).LegendText = outcome.Arm;
        }
    }

    private static bool IsCopy(Outcome outcome) => outcome.Arm.StartsWith(Row.CopyPrefix, StringComparison.Ordinal);

    private static bool IsOnTheWay(Outcome outcome) =>
        outcome.Arm.EndsWith("clean", StringComparison.Ordinal) || outcome.Arm.Contains(SweepPrefix, StringComparison.Ordinal);

    private static void Line(ScottPlot.Plot plot, List<Outcome> outcomes, string legend)
    {
        if (outcomes.Count > 0)
        {
            var ordered = outcomes.OrderBy(outcome => outcome.Shift).ToList();
            var shifts = ordered.Select(outcome => outcome.Shift).ToArray();
            var successes = ordered.Select(outcome => 100 * outcome.Success).ToArray();
            plot.Add.Scatter(shifts, successes).LegendText = legend;
            plot.Add.ErrorBar(shifts, successes, ordered.Select(outcome => 100 * outcome.Spread).ToArray());
        }
    }
}
