using System.Diagnostics;
using System.Globalization;

namespace Glaze.Benchmarks.Speed;

/// <summary>A program run to its end: wall-clock seconds, processor seconds, and the largest resident set in MB.</summary>
internal sealed record TimedRun(double Seconds, double ProcessorSeconds, double PeakMegabytes)
{
    private const double TicksPerSecond = 100;
    private const int FirstTimeField = 11;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a program that must succeed.</summary>
    public static TimedRun Of(string program, params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (processor, peak) = (0.0, 0.0);
        while (!process.WaitForExit(Interval))
        {
            // Both only grow, so the last look before the end is the result.
            (processor, peak) = Look(process.Id) ?? (processor, peak);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Task.WaitAll(output, errors);
        return process.ExitCode == 0
            ? new TimedRun(seconds, processor, peak)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {errors.Result}");
    }

    private static (double Processor, double Peak)? Look(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[FirstTimeField], CultureInfo.InvariantCulture) + long.Parse(fields[FirstTimeField + 1], CultureInfo.InvariantCulture);
            var peak = Array.Find(File.ReadAllLines($"/proc/{process}/status"), line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return peak is null ? null : (ticks / TicksPerSecond, long.Parse(peak.AsSpan(6).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) / 1024.0);
        }
        catch (IOException)
        {
            // It ended between two looks.
            return null;
        }
    }
}
