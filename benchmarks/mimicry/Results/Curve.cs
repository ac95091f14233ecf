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
        var sweep = outcomes.Where(outcome => outcome.Arm == "clean" || outcome.Arm.StartsWith(SweepPrefix, StringComparison.Ordinal)).OrderBy(outcome => outcome.Shift).ToList();
        if (sweep.Count > 0)
        {
            var shifts = sweep.Select(outcome => outcome.Shift).ToArray();
            var successes = sweep.Select(outcome => 100 * outcome.Success).ToArray();
            plot.Add.Scatter(shifts, successes).LegendText = "latents moved part of the way to T's";
            plot.Add.ErrorBar(shifts, successes, sweep.Select(outcome => 100 * outcome.Spread).ToArray());
        }

        var colors = new ScottPlot.Palettes.Category10();
        foreach (var (outcome, index) in outcomes.Except(sweep).Where(outcome => outcome.Arm != Row.BaseArm).Select((outcome, index) => (outcome, index)))
        {
            var mark = plot.Add.Marker(outcome.Shift, 100 * outcome.Success, MarkerShape.FilledDiamond, 11, colors.GetColor(index + 1));
            mark.LegendText = outcome.Arm;
        }

        plot.XLabel("shift of the pictures trained on (0: as the artist made them, 1: as T)");
        plot.YLabel("samples given to the artist, %");
        plot.Title("Mimicry in small: success against shift");
        plot.Axes.SetLimits(-0.05, 1.05, -3, 103);
        plot.ShowLegend(Alignment.UpperRight);
        plot.SavePng(path, Width, Height);
    }
}
