using System.Globalization;
using Glaze.Engine.Jobs;

namespace Glaze.Engine.Reporting;

/// <summary>A line at each quarter of a picture, for logs.</summary>
internal sealed class LineProgress(TextWriter writer, int count, TimeProvider time) : IProgressDisplay
{
    private const int Quarters = 4;

    private string _name = string.Empty;
    private int _index;
    private int _shown;
    private RemainingTime _time = new(time);

    public void Begin(string name)
    {
        _name = name;
        _index++;
        _shown = 0;
        _time = new RemainingTime(time);
        writer.WriteLine(count > 1 ? $"{name} ({_index} of {count})" : name);
    }

    public void Report(double fraction)
    {
        var quarter = (int)(fraction * Quarters);
        if (quarter > _shown && quarter < Quarters)
        {
            _shown = quarter;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_name}: {100 * quarter / Quarters} %, about {Math.Ceiling(_time.Seconds(fraction) ?? 0)} s left"));
        }
    }

    public void Skip() => _index++;

    public void Say(string line) => writer.WriteLine(line);

    public void Result(TextWriter output, string line) => output.WriteLine(line);

    public void Abandon()
    {
        // The sentence that follows is all there is to say.
    }

    public void End() =>
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_name}: {_time.Elapsed.TotalSeconds:0.0} s"));
}
