using System.Diagnostics;

namespace Glaze.Fuzz.Tests;

/// <summary>Feeds a target with hostile files and watches time, memory and exceptions.</summary>
internal static class FuzzRun
{
    private const double MostSecondsPerFile = 5;

    private const int MostComplaints = 5;

    /// <summary>Tries files until there were enough or time is up.</summary>
    /// <param name="target">The parser.</param>
    /// <param name="seed">The same seed gives the same files.</param>
    /// <param name="count">Most files.</param>
    /// <param name="time">Most time.</param>
    /// <param name="keepLast">Where each file is written before it is read, so that one that ends the process can be found; null for nowhere.</param>
    public static FuzzFigures Run(FuzzTarget target, int seed, int count, TimeSpan time, string? keepLast = null)
    {
        var mutator = new Mutator(seed);
        var complaints = new List<string>();
        var (tried, accepted, slowest, most) = (0, 0, 0.0, 0L);
        var start = Stopwatch.GetTimestamp();
        for (; tried < count && Stopwatch.GetElapsedTime(start) < time && complaints.Count < MostComplaints; tried++)
        {
            var file = mutator.Next(target.Files);
            if (tried % 2 == 0 && target.Repair is { } repair)
            {
                file = repair(file);
            }

            if (keepLast is not null)
            {
                File.WriteAllBytes(keepLast, file);
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var began = Stopwatch.GetTimestamp();
            if (Try(target, file, $"file {tried} of seed {seed}") is { } complaint)
            {
                complaints.AddRange(complaint.Length == 0 ? [] : [complaint]);
            }
            else
            {
                accepted++;
            }

            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            slowest = Math.Max(slowest, seconds);
            most = Math.Max(most, allocated);
            if (seconds > MostSecondsPerFile)
            {
                complaints.Add($"File {tried} of seed {seed} ({file.Length} bytes) took {seconds:0.0} s.");
            }

            if (allocated > target.BytesAlways + (target.BytesPerByte * file.Length))
            {
                complaints.Add($"File {tried} of seed {seed} ({file.Length} bytes) made {target.Name} allocate {allocated:N0} bytes.");
            }
        }

        return new FuzzFigures(tried, accepted, Stopwatch.GetElapsedTime(start).TotalSeconds, slowest, most, complaints);
    }

    // Null: read. Empty: refused as documented. Else what is wrong.
    private static string? Try(FuzzTarget target, byte[] file, string name)
    {
        try
        {
            target.Parse(file);
            return null;
        }
        catch (Exception exception) when (target.IsDocumented(exception))
        {
            return string.Empty;
        }
        catch (Exception exception)
        {
            return $"{name} ({file.Length} bytes) made {target.Name} throw {exception}";
        }
    }
}
