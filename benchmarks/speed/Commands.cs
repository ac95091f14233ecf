namespace Glaze.Benchmarks.Speed;

/// <summary>The whole command, from the shell's point of view: how long it takes to start, and to cloak pictures of several sizes.</summary>
internal sealed class Commands(Report report, Options options)
{
    private sealed record Case(int Side, string Quality, int Rounds, string SecondsGoal = "", string MemoryGoal = "");

    public void MeasureStart()
    {
        var rounds = options.IsQuick ? 3 : 7;
        var programs = new List<(string Name, string File)> { ("built engine", options.Engine) };
        if (options.Published is { } published)
        {
            programs.Add(("published engine", published));
        }

        foreach (var (option, goal) in ((string, string)[])[("--version", ""), ("--help", "<= 0.3")])
        {
            var times = Turns.Run(double.MaxValue, rounds, [.. programs.Select(program => (Action)(() => TimedRun.Of(program.File, option)))]);
            for (var index = 0; index < programs.Count; index++)
            {
                report.Add("start", $"glaze {option}, {programs[index].Name}", times[index].Seconds(), "0.00", "s", goal);
            }
        }
    }

    public void MeasureCloaks(string folder)
    {
        List<Case> cases = [new(512, "fast", 3, "<= 5"), new(512, "balanced", 2, "<= 20"), new(1024, "fast", 1, MemoryGoal: "<= 1024"), new(2048, "fast", 1)];
        if (!options.IsQuick)
        {
            cases.AddRange([new(1024, "balanced", 1, MemoryGoal: "<= 1024"), new(2048, "balanced", 1, "<= 120"), new(4096, "fast", 1)]);
        }

        if (options.IsLarge)
        {
            cases.Add(new(8192, "fast", 1, MemoryGoal: "<= 2048"));
        }

        cases.ForEach(one => Measure(one, folder));
    }

    private void Measure(Case one, string folder)
    {
        var picture = one.Side == 512 ? options.Sample("airbrush") : Path.Combine(folder, $"{one.Side}.png");
        if (!File.Exists(picture))
        {
            MirroredPicture.Save(options.Sample("landscape"), one.Side, picture);
        }

        var runs = Enumerable.Range(0, options.IsQuick ? 1 : one.Rounds)
            .Select(_ => TimedRun.Of(options.Engine, "cloak", picture, "-o", Path.Combine(folder, "cloaked.png"), "--quality", one.Quality, "--style", "swirling-strokes"))
            .ToList();
        var seconds = runs.Select(run => run.Seconds).Median();
        var (perMegapixel, cores) = (seconds / (one.Side * one.Side / 1e6), runs.Select(run => run.ProcessorSeconds).Median() / seconds);
        report.Add(
            "cloak", $"{one.Side}² {one.Quality}, whole command", seconds, "0.0", "s", one.SecondsGoal, FormattableString.Invariant($"{perMegapixel:0.0} s/MP, {cores:0.00} cores busy"));
        report.Add("memory", $"{one.Side}² {one.Quality}, peak resident", runs.Max(run => run.PeakMegabytes), "0", "MB", one.MemoryGoal);
    }
}
