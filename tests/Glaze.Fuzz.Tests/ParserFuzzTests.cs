using System.Globalization;
using Xunit.Abstractions;

namespace Glaze.Fuzz.Tests;

/// <summary>
/// Hostile input ends in the documented exception or in a reading, in bounded time and memory. The same files every time;
/// GLAZE_FUZZ_SECONDS=N tries other ones for N seconds per parser (GLAZE_FUZZ_SEED chooses which) and prints the figures.
/// </summary>
public sealed class ParserFuzzTests(ITestOutputHelper output)
{
    private const int FixedSeed = 20261122;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Parser_HostileInput_EndsAsDocumented(string name)
    {
        var target = FuzzTargets.All.Single(target => target.Name == name);
        var seconds = Environment.GetEnvironmentVariable("GLAZE_FUZZ_SECONDS") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

        var figures = seconds == 0
            ? FuzzRun.Run(target, FixedSeed, target.ShortCount, TimeSpan.FromMinutes(5))
            : FuzzRun.Run(target, Seed(), int.MaxValue, TimeSpan.FromSeconds(seconds), Path.Combine(Path.GetTempPath(), $"glaze-fuzz-{name}.last"));

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {figures.Tried} files in {figures.Seconds:0.0} s, {figures.Accepted} read; slowest {1000 * figures.SlowestSeconds:0} ms, most allocated {figures.MostAllocated:N0} bytes"));
        figures.Complaints.ShouldBeEmpty();
        figures.Accepted.ShouldBeInRange(1, figures.Tried - 1, "A parser that refuses or reads everything was not tested.");
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Parser_GoodFiles_AreRead(string name)
    {
        var target = FuzzTargets.All.Single(target => target.Name == name);

        foreach (var file in target.Files)
        {
            Should.NotThrow(() => target.Parse(file));
        }
    }

    private static int Seed() =>
        Environment.GetEnvironmentVariable("GLAZE_FUZZ_SEED") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : FixedSeed + 1;
}
