using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Judging;
using ScottPlot;

namespace Glaze.Benchmarks.Protection.Results;

/// <summary>Draws what is left after each purifier, one chart for each group.</summary>
internal static class Plot
{
    private const int Width = 1100;
    private const int Height = 420;

    /// <summary>Writes the charts of all groups under each other.</summary>
    public static void Save(string path, IReadOnlyList<Row> rows)
    {
        var groups = Group.All(rows);
        var multiplot = new Multiplot();
        multiplot.AddPlots(groups.Count);
        for (var i = 0; i < groups.Count; i++)
        {
            Draw(multiplot.GetPlot(i), groups[i]);
        }

        multiplot.SavePng(path, Width, Height * groups.Count);
    }

    private static void Draw(ScottPlot.Plot plot, Group group)
    {
        var purifiers = group.Rows.Select(row => row.Key.Purifier).Distinct().ToList();
        var colors = new ScottPlot.Palettes.Category10();
        foreach (var (family, index) in group.Families.Select((family, index) => (family, index)))
        {
            Line(Comparison.Ours, family.Name, LinePattern.Solid);
            Line(Methods.NaiveBlend.Name, string.Empty, LinePattern.Dotted);

            void Line(string method, string legend, LinePattern pattern)
            {
                var shifts = purifiers.Select(purifier => group.Of(method).Where(row => row.Key.Purifier == purifier && row.Key.Family == family.Id)
                    .Select(row => row.Shift).DefaultIfEmpty(double.NaN).Average()).ToArray();
                var scatter = plot.Add.Scatter([.. Enumerable.Range(0, shifts.Length).Select(x => (double)x)], shifts, colors.GetColor(index));
                (scatter.LegendText, scatter.LinePattern) = (legend, pattern);
            }
        }

        plot.Axes.Bottom.SetTicks([.. Enumerable.Range(0, purifiers.Count).Select(x => (double)x)], [.. purifiers]);
        plot.Title($"Shift, computed on {group.Arm}, {group.Size}, seen {group.View} (dotted: B0 of equal PSNR)");
        plot.ShowLegend(Alignment.UpperRight);
        plot.Axes.SetLimitsY(Math.Min(0, group.Rows.Min(row => row.Shift)), Math.Max(0.1, plot.Axes.GetDataLimits().Top * 1.1));
    }
}
