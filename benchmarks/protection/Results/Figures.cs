using Glaze.Benchmarks.Protection.Judging;

namespace Glaze.Benchmarks.Protection.Results;

/// <summary>What one method reaches on one family, in means over pictures.</summary>
/// <param name="Untreated">Shift without treatment.</param>
/// <param name="Mean">Mean shift over all purifiers.</param>
/// <param name="Worst">Shift after the purifier that leaves least in the mean of the pictures.</param>
/// <param name="WorstPurifier">That purifier.</param>
internal sealed record Figures(double Untreated, double Mean, double Worst, string WorstPurifier)
{
    // Below this a shift is no more than noise, and nothing can be said by dividing by it.
    private const double Least = 0.002;

    /// <summary>Computes them; null when there are no rows.</summary>
    /// <param name="rows">Rows of one method, family, view and arm.</param>
    public static Figures? Of(IEnumerable<Row> rows)
    {
        var byPurifier = rows.GroupBy(row => row.Key.Purifier)
            .Select(group => (Purifier: group.Key, Shift: group.Average(row => row.Shift)))
            .ToList();
        if (byPurifier.Count == 0)
        {
            return null;
        }

        var treated = byPurifier.Where(entry => entry.Purifier != Treatments.Untreated).DefaultIfEmpty((Purifier: Treatments.Untreated, Shift: double.NaN)).ToList();
        var worst = treated.MinBy(entry => entry.Shift);
        return new Figures(
            byPurifier.Single(entry => entry.Purifier == Treatments.Untreated).Shift, treated.Average(entry => entry.Shift), worst.Shift, worst.Purifier);
    }

    /// <summary>A ratio of shifts; infinite when there is nothing to divide by, not a number when neither is there or one was not measured.</summary>
    public static double Ratio(double ours, double other) =>
        double.IsNaN(other) || other >= Least ? ours / other : ours >= Least ? double.PositiveInfinity : double.NaN;
}
