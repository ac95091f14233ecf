using System.Diagnostics;

namespace Glaze.Benchmarks.Speed;

/// <summary>Times several ways of doing the same in turn, so that a machine that is not quiet slows all of them alike.</summary>
internal static class Turns
{
    private const int Least = 3;
    private const int WarmUps = 2;

    // Threads of one library that still wait for work would take the next one's time.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(30);

    /// <summary>Runs them for about a time; gives every run of each, after two rounds to warm up.</summary>
    /// <param name="seconds">When no further round is begun, unless fewer than three were.</param>
    /// <param name="most">The largest number of rounds.</param>
    /// <param name="ways">What to run.</param>
    public static IReadOnlyList<IReadOnlyList<Turn>> Run(double seconds, int most, params Action[] ways)
    {
        var times = ways.Select(_ => new List<Turn>()).ToList();
        var start = Stopwatch.GetTimestamp();
        for (var round = -WarmUps; round < most && (round < Least || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds); round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                using (var rest = new ManualResetEventSlim())
                {
                    rest.Wait(Rest);
                }

                var (begun, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                ways[way]();
                var turn = new Turn(Stopwatch.GetElapsedTime(begun).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
                if (round >= 0)
                {
                    times[way].Add(turn);
                }
            }
        }

        return times;
    }

    /// <summary>The median wall-clock time.</summary>
    public static double Seconds(this IEnumerable<Turn> turns) => turns.Select(turn => turn.Seconds).Median();

    /// <summary>The median processor time.</summary>
    public static double ProcessorSeconds(this IEnumerable<Turn> turns) => turns.Select(turn => turn.ProcessorSeconds).Median();

    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
