using System.Collections.Concurrent;
using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Cloaking;

/// <summary>
/// Runs the windows of a canvas in rounds. The windows of a round do not touch each other, so that they may be optimised at the
/// same time, one thread each, and the result is the same for any number of threads.
/// </summary>
internal static class WindowLanes
{
    // Part of the result: another size is another order of windows.
    private const int RoundSize = 4;

    /// <summary>Calls <paramref name="optimize"/> with sessions and the index of every window.</summary>
    public static void Run(SessionPool sessions, IReadOnlyList<CanvasWindow> windows, Action<SessionPool, int> optimize, CancellationToken cancellationToken)
    {
        var pools = windows.Count > 1 ? sessions.Lanes(RoundSize) : [sessions];
        var free = new ConcurrentBag<SessionPool>(pools);
        using var lanes = WorkThreads.Limit(pools.Count);
        foreach (var round in Rounds(windows))
        {
            if (pools.Count == 1 || round.Count == 1)
            {
                round.ForEach(index => optimize(sessions, index));
                continue;
            }

            WorkThreads.For(round.Count, cancellationToken, i => InLane(free, pool => optimize(pool, round[i])));
        }
    }

    // The pool goes back whatever happens: the next window on this lane must not be left without.
    private static void InLane(ConcurrentBag<SessionPool> free, Action<SessionPool> work)
    {
        if (!free.TryTake(out var pool))
        {
            throw new InvalidOperationException("More windows run side by side than there are lanes.");
        }

        try
        {
            work(pool);
        }
        finally
        {
            free.Add(pool);
        }
    }

    /// <summary>Indices of windows by round: each the first ones left that touch none of their round.</summary>
    internal static IEnumerable<List<int>> Rounds(IReadOnlyList<CanvasWindow> windows)
    {
        var left = Enumerable.Range(0, windows.Count).ToList();
        while (left.Count > 0)
        {
            var round = new List<int>();
            foreach (var index in left)
            {
                if (round.Count < RoundSize && !round.Exists(other => Overlap(windows[other], windows[index])))
                {
                    round.Add(index);
                }
            }

            left.RemoveAll(round.Contains);
            yield return round;
        }
    }

    private static bool Overlap(CanvasWindow a, CanvasWindow b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
