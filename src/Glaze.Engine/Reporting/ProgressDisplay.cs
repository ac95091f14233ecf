using Spectre.Console;

namespace Glaze.Engine.Reporting;

/// <summary>A bar with remaining time on a terminal, plain lines otherwise; always on standard error.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs work under a display that fits.</summary>
    public static int Run(TextWriter errors, int count, Func<IProgressDisplay, int> work)
    {
        // A bar is drawn with control characters of its own.
        if (Console.IsErrorRedirected || errors is not PlainLines { Inner: var terminal } || terminal != Console.Error)
        {
            return work(new LineProgress(errors, count, TimeProvider.System));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal) });
        TerminalProgress? display = null;
        try
        {
            return Show(console, () => display?.Remaining, context => work(display = new TerminalProgress(console, context, count, TimeProvider.System)));
        }
        finally
        {
            display?.Flush();
        }
    }

    private static int Show(IAnsiConsole console, Func<double?> remaining, Func<ProgressContext, int> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingColumn(remaining), new SpinnerColumn())
            .Start(work);
}
