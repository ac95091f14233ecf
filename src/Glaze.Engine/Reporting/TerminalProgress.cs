using Glaze.Engine.Jobs;
using Spectre.Console;

namespace Glaze.Engine.Reporting;

/// <summary>One bar over the whole batch.</summary>
internal sealed class TerminalProgress : IProgressDisplay
{
    private readonly IAnsiConsole _console;
    private readonly ProgressTask _task;
    private readonly RemainingTime _time;
    private readonly int _count;
    private readonly List<(TextWriter Output, string Line)> _results = [];
    private int _index;

    public TerminalProgress(IAnsiConsole console, ProgressContext context, int count, TimeProvider time)
    {
        (_console, _count, _time) = (console, count, new RemainingTime(time));
        _task = context.AddTask("Starting", maxValue: count);
    }

    /// <summary>The seconds left for the whole batch; null while it is too early to say.</summary>
    public double? Remaining => _time.Seconds(_task.Value / Math.Max(1, _count));

    public void Begin(string name) =>
        _task.Description = Markup.Escape(PlainLines.Of(_count > 1 ? $"{name} ({_index + 1}/{_count})" : name));

    public void Report(double fraction) => _task.Value = Math.Max(_task.Value, _index + fraction);

    public void End()
    {
        _index++;
        _task.Value = _index;
    }

    public void Abandon() => End();

    public void Skip() => End();

    // Written through the console that draws the bar, which makes room for it.
    public void Say(string line) => _console.WriteLine(PlainLines.Of(line));

    // Results on the same screen would be drawn over: they wait until the bar is gone.
    public void Result(TextWriter output, string line)
    {
        if (Console.IsOutputRedirected)
        {
            output.WriteLine(line);
        }
        else
        {
            _results.Add((output, line));
        }
    }

    /// <summary>Writes the results that waited; the bar is gone.</summary>
    public void Flush() => _results.ForEach(result => result.Output.WriteLine(result.Line));
}
