using System.Diagnostics;
using System.Globalization;

namespace Glaze.Engine.Reporting;

/// <summary>A line at each quarter of a picture, for logs.</summary>
internal sealed class LineProgress(TextWriter writer, int count) : IProgressDisplay
{
    private const int Quarters = 4;

    private string _name = string.Empty;
    private int _index;
    private int _shown;
    private long _start;

    public void Begin(string name)
    {
        _name = name;
        _index++;
        _shown = 0;
        _start = Stopwatch.GetTimestamp();
        writer.WriteLine(count > 1 ? $"{name} ({_index} of {count})" : name);
    }

    public void Report(double fraction)
    {
        var quarter = (int)(fraction * Quarters);
        if (quarter > _shown && quarter < Quarters)
        {
            _shown = quarter;
            var remaining = Stopwatch.GetElapsedTime(_start).TotalSeconds * (1 - fraction) / fraction;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_name}: {100 * quarter / Quarters} %, about {Math.Ceiling(remaining)} s left"));
        }
    }

    public void Skip() => _index++;

    public void Say(string line) => writer.WriteLine(line);

    public void Result(TextWriter output, string line) => output.WriteLine(line);

    public void End() =>
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_name}: {Stopwatch.GetElapsedTime(_start).TotalSeconds:0.0} s"));
}
