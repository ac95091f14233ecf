using System.Runtime.ExceptionServices;

namespace Glaze.Imaging;

/// <summary>How many processor threads this project's own loops may use: as many as the machine has, or what the work under way was given.</summary>
public static class WorkThreads
{
    private static readonly AsyncLocal<int> Given = new();

    [ThreadStatic]
    private static bool _isInside;

    /// <summary>The number of threads, 1 or more.</summary>
    public static int Count => IsLimited ? Given.Value : Environment.ProcessorCount;

    /// <summary>Whether the work under way was given a number of its own.</summary>
    public static bool IsLimited => Given.Value > 0;

    /// <summary>Gives the caller's work, and whatever it starts, a number of threads until the result is disposed.</summary>
    /// <param name="threads">The number, or 0 for as many as the machine has.</param>
    /// <returns>Gives back what held before.</returns>
    public static IDisposable Limit(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var before = new Scope(Given.Value);
        Given.Value = threads;
        return before;
    }

    /// <summary>Calls <paramref name="work"/> with every index from 0 on, on several threads. Loops inside <paramref name="work"/> stay on their thread.</summary>
    /// <param name="count">Number of indices.</param>
    /// <param name="cancellation">Stops between indices.</param>
    /// <param name="work">Must give the same result in any order.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void For(int count, CancellationToken cancellation, Action<int> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (_isInside || count < 2 || Count == 1)
        {
            for (var i = 0; i < count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                work(i);
            }

            return;
        }

        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Count }, i => Inside(work, i));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    private static void Inside(Action<int> work, int index)
    {
        _isInside = true;
        try
        {
            work(index);
        }
        finally
        {
            _isInside = false;
        }
    }

    private sealed class Scope(int before) : IDisposable
    {
        public void Dispose() => Given.Value = before;
    }
}
