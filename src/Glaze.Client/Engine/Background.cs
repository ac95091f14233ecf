using System.Diagnostics;

namespace Glaze.Client.Engine;

/// <summary>
/// The one way work of the client gets onto a thread of its own or is left to itself: whatever it throws ends in a handler, for
/// an exception that left a thread would end the host.
/// </summary>
public static class Background
{
    /// <summary>Starts a thread that does not keep the host alive.</summary>
    /// <param name="name">Its name, for a debugger.</param>
    /// <param name="body">What it does.</param>
    /// <param name="failed">Hears what left <paramref name="body"/>.</param>
    public static void StartThread(string name, Action body, Action<Exception> failed) =>
        new Thread(() => Guard(body, failed)) { IsBackground = true, Name = name }.Start();

    /// <summary>Runs work on the pool that nobody waits for.</summary>
    /// <param name="work">The work.</param>
    /// <param name="failed">Hears what left it; null = the failure shows elsewhere, and is only traced.</param>
    public static void Run(Func<Task> work, Action<Exception>? failed = null) => Watch(Task.Run(work), failed);

    /// <summary>Leaves a task to itself.</summary>
    /// <param name="task">The task.</param>
    /// <param name="failed">Hears what left it, a cancellation excepted; null = the failure shows elsewhere, and is only traced.</param>
    public static void Watch(Task task, Action<Exception>? failed = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        _ = task.ContinueWith(
            ended => Guard(() => Report(ended.Exception!.GetBaseException(), failed), null),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }

    /// <summary>Does something on this thread from which nothing may escape: a timer's callback, a handler of an event.</summary>
    /// <param name="body">What to do.</param>
    /// <param name="failed">Hears what left <paramref name="body"/>; null = it is only traced.</param>
    public static void Guard(Action body, Action<Exception>? failed = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        try
        {
            body();
        }
        catch (Exception exception)
        {
            Report(exception, failed);
        }
    }

    private static void Report(Exception exception, Action<Exception>? failed)
    {
        Trace.TraceError($"Glaze: {exception}");
        try
        {
            failed?.Invoke(exception);
        }
        catch (Exception second)
        {
            // The last catch: the handler of a failure has failed, and the host goes on.
            Trace.TraceError($"Glaze: {second}");
        }
    }
}
