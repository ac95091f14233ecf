using System.Globalization;
using System.Text;

namespace Glaze.Benchmarks.Mimicry.Results;

/// <summary>The table of a run, in Markdown.</summary>
/// <param name="outcomes">What came of the arms.</param>
/// <param name="facts">Lines that say what the figures are of.</param>
internal sealed class ReportPage(IReadOnlyList<Outcome> outcomes, IReadOnlyList<string> facts)
{
    // Below this the clean arm does not mimic, and no other arm means anything.
    private const double LeastCleanSuccess = 0.5;

    /// <summary>The page.</summary>
    public override string ToString()
    {
        var page = new StringBuilder();
        foreach (var fact in facts)
        {
            page.Append(fact).Append("\n\n");
        }

        page.Append("| pictures trained on | shift | PSNR | detail kept | success ± half the range | given to T | protection | kernel distance | Gram distance | seeds |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var outcome in outcomes)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {outcome.Arm} | {Number(outcome.Shift, "F3")} | {Number(outcome.Psnr, "F1")} | {Number(outcome.Detail, "F2")} | {Percent(outcome.Success)} ± {Percent(outcome.Spread)} | ")
                .Append(CultureInfo.InvariantCulture, $"{Percent(outcome.Target)} | {Percent(outcome.Protection)} | {Number(outcome.Kernel, "F3")} | {Number(outcome.Gram, "F3")} | {outcome.Rows.Count} |\n");
        }

        return page.Append('\n').Append(Verdict()).Append('\n').ToString();
    }

    private static string Number(double value, string format) => double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);

    private static string Percent(double value) => double.IsNaN(value) ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * value:F0} %");

    private string Verdict() => outcomes.Where(outcome => !outcome.Arm.StartsWith(Row.CopyPrefix, StringComparison.Ordinal)).Select(outcome => outcome.CleanSuccess).FirstOrDefault(double.NaN) switch
    {
        double.NaN => "Clean pictures were not mimicked in this run, so no protection can be told.",
        < LeastCleanSuccess => "**Clean pictures were hardly mimicked: this run says nothing about protection.**",
        _ => "Clean pictures were mimicked; look at the sheets all the same before you trust a figure.",
    };
}
