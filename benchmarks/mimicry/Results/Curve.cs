using ScottPlot;

namespace Glaze.Benchmarks.Mimicry.Results;

/// <summary>Draws mimicry success against shift: the sweep as a line, everything else as marks.</summary>
internal static class Curve
{
    private const int Width = 1000;
    private const int Height = 560;
    private const string SweepPrefix = "sweep-";

    /// <summary>Writes the chart.</summary>
    public static void Save(string path, IReadOnlyList<Outcome> outcomes)
    {
        using var plot = new ScottPlot.Plot();
        var mimics = outcomes.Where(outcome => !IsCopy(outcome) && outcome.Arm != Row.BaseArm).ToList();
        Line(plot, [.. mimics.Where(IsOnTheWay)], "drawn by mimics; latents moved part of the way to T's");
        Line(plot, [.. outcomes.Where(outcome => IsCopy(outcome) && IsOnTheWay(outcome))], "held-out pictures themselves, moved likewise");
        var colors = new ScottPlot.Palettes.Category10();
        foreach (var (outcome, index) in outcomes.Where(outcome => outcome.Arm != Row.BaseArm && !IsOnTheWay(outcome)).Select((outcome, index) => (outcome, index)))
        {
            plot.Add.Marker(outcome.Shift, 100 * outcome.Success, MarkerShape.FilledDiamond, 11, colors.GetColor(index + 2)).LegendText = outcome.Arm;
        }

        plot.XLabel("shift of the pictures trained on (0: as the artist made them, 1: as T)");
        plot.YLabel("samples given to the artist, %");
        plot.Title("Mimicry in small: success against shift");
        plot.Axes.SetLimits(-0.05, 1.05, -3, 103);
        plot.ShowLegend(Alignment.UpperRight);
        plot.SavePng(path, Width, Height);
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
