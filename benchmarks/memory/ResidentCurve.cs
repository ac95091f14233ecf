using System.Diagnostics;

namespace Glaze.Benchmarks.Memory;

/// <summary>The resident set of a process after each piece of work.</summary>
internal sealed class ResidentCurve(string what)
{
    private const double Megabyte = 1 << 20;
    private const int Settled = 10;

    private readonly List<double> _megabytes = [];

    public void Add(Process process)
    {
        process.Refresh();
        _megabytes.Add(process.WorkingSet64 / Megabyte);
    }

    /// <summary>Writes the curve; returns how far it rises above the tenth value, in MB.</summary>
    public double Print()
    {
        var marks = ((int[])[1, Settled, 20, 40, 60, 80, _megabytes.Count]).Where(mark => mark <= _megabytes.Count).Distinct();
        var values = marks.Select(mark => FormattableString.Invariant($"{mark}: {_megabytes[mark - 1]:0}"));
        var growth = _megabytes.Skip(Settled).DefaultIfEmpty(0).Max() - _megabytes[Math.Min(Settled, _megabytes.Count) - 1];
        Console.WriteLine(FormattableString.Invariant($"{what,-9} {string.Join("   ", values)} MB; {growth:+0;-0} MB after the tenth"));
        return growth;
    }
}
