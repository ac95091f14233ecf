using Spectre.Console;

namespace Glaze.Engine.Reporting;

/// <summary>One bar over the whole batch.</summary>
internal sealed class TerminalProgress : IProgressDisplay
{
    private readonly ProgressTask _task;
    private readonly int _count;
    private int _index;

    public TerminalProgress(ProgressContext context, int count)
    {
        _count = count;
        _task = context.AddTask("Starting", maxValue: count);
    }

    public void Begin(string name) =>
        _task.Description = Markup.Escape(_count > 1 ? $"{name} ({_index + 1}/{_count})" : name);

    public void Report(double fraction) => _task.Value = Math.Max(_task.Value, _index + fraction);

    public void End()
    {
        _index++;
        _task.Value = _index;
    }
}
