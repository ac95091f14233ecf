using Spectre.Console;

namespace Glaze.Engine.Reporting;

/// <summary>A bar with remaining time on a terminal, plain lines otherwise; always on standard error.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs work under a display that fits.</summary>
    public static int Run(TextWriter errors, int count, Func<IProgressDisplay, int> work)
    {
        if (Console.IsErrorRedirected || errors != Console.Error)
        {
            return work(new LineProgress(errors, count));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        TerminalProgress? display = null;
        try
        {
            return Show(console, context => work(display = new TerminalProgress(console, context, count)));
        }
        finally
        {
            display?.Flush();
        }
    }

    private static int Show(IAnsiConsole console, Func<ProgressContext, int> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .Start(work);
}
