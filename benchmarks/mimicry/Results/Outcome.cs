using Glaze.Benchmarks.Mimicry.Arms;

namespace Glaze.Benchmarks.Mimicry.Results;

/// <summary>What came of an arm, over its seeds.</summary>
/// <param name="Arm">The arm's name.</param>
/// <param name="Rows">Its rows, one a seed.</param>
/// <param name="CleanSuccess">Mean success of mimicking clean pictures, treated likewise; NaN where that was not measured.</param>
internal sealed record Outcome(string Arm, IReadOnlyList<Row> Rows, double CleanSuccess)
{
    private const string CleanArm = "clean";

    /// <summary>Mean shift.</summary>
    public double Shift => Rows.Average(row => row.Shift);

    /// <summary>Mean PSNR.</summary>
    public double Psnr => Rows.Average(row => row.Psnr);

    /// <summary>Mean detail that the pictures' latents keep.</summary>
    public double Detail => Rows.Average(row => row.Detail);

    /// <summary>Mimicry success: share of samples given to the artist, mean over seeds.</summary>
    public double Success => Rows.Average(row => row.Artist);

    /// <summary>Half the range of success over the seeds.</summary>
    public double Spread => (Rows.Max(row => row.Artist) - Rows.Min(row => row.Artist)) / 2;

    /// <summary>Share of samples given to T.</summary>
    public double Target => Rows.Average(row => row.Target);

    /// <summary>Mean kernel distance.</summary>
    public double Kernel => Rows.Average(row => row.Kernel);

    /// <summary>Mean Gram distance.</summary>
    public double Gram => Rows.Average(row => row.Gram);

    /// <summary>1 − success ÷ clean success; NaN where clean pictures were not mimicked at all.</summary>
    public double Protection => CleanSuccess > 0 ? 1 - (Success / CleanSuccess) : double.NaN;

    /// <summary>The outcomes of rows, in the order in which arms first appear. Each is held against clean pictures of the same seeds, treated likewise, where there are
    /// any: seeds differ, and a treatment alone makes mimicry harder.</summary>
    public static IReadOnlyList<Outcome> All(IReadOnlyList<Row> rows) =>
        [.. rows.GroupBy(row => row.Arm, StringComparer.Ordinal).Select(group => new Outcome(group.Key, [.. group], Reference(rows, group.Key, [.. group.Select(row => row.Seed)])))];

    private static double Reference(IReadOnlyList<Row> rows, string name, IReadOnlyList<int> seeds)
    {
        var prefix = name.StartsWith(Row.CopyPrefix, StringComparison.Ordinal) ? Row.CopyPrefix : string.Empty;
        var own = name == Row.BaseArm ? CleanArm : Arms.Arm.Named(name[prefix.Length..]).Reference.Name;
        double[] choices = [Success(own, seeds.Contains), Success(CleanArm, seeds.Contains), Success(CleanArm, _ => true)];
        return choices.FirstOrDefault(success => !double.IsNaN(success), double.NaN);

        double Success(string arm, Func<int, bool> isCounted) => rows.Where(row => row.Arm == prefix + arm && isCounted(row.Seed)).Select(row => row.Artist).DefaultIfEmpty(double.NaN).Average();
    }
}
