using System.Diagnostics;
using System.Globalization;

namespace Glaze.Benchmarks.Speed;

/// <summary>Answers "run" with the seconds one run took; ends with the input.</summary>
internal static class CommandLoop
{
    public static void Serve(string ready, Action run, Action<string> other)
    {
        Say(ready);
        while (Console.ReadLine() is { } line)
        {
            if (line == "run")
            {
                var start = Stopwatch.GetTimestamp();
                run();
                Say(Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
            }
            else
            {
                other(line);
                Say("done");
            }
        }
    }

    private static void Say(string line)
    {
        Console.WriteLine(line);
        Console.Out.Flush();
    }
}
