using Glaze.Benchmarks.Mimicry.Generator;
using Glaze.Benchmarks.Mimicry.Pictures;

namespace Glaze.Benchmarks.Mimicry;

/// <summary>How much is computed.</summary>
/// <param name="Name">Names the folder of what depends on it.</param>
/// <param name="Canvas">Sizes of pictures.</param>
/// <param name="Real">Pictures out of Debian's packages that the base learns from, at most.</param>
/// <param name="Drawn">Pictures drawn by code that it learns from besides; half of each batch is theirs.</param>
/// <param name="Blocks">Attention blocks of the generator.</param>
/// <param name="Base">How the base is trained.</param>
/// <param name="Mimicry">How a style is mimicked.</param>
/// <param name="Samples">Pictures drawn to be judged, for each arm and seed.</param>
/// <param name="SampleSteps">Steps along the flow.</param>
/// <param name="Guidance">How much a mimic overdoes what it learned of the artist.</param>
/// <param name="Examples">Pictures by other hands that the judge learns from, and as many that it is asked about.</param>
internal sealed record Sizes(string Name, Canvas Canvas, int Real, int Drawn, int Blocks, FlowPlan Base, FlowPlan Mimicry, int Samples, int SampleSteps, double Guidance, int Examples)
{
    /// <summary>Pictures of 128²: a mimic takes about 80 seconds of one thread, cloaks apart.</summary>
    public static Sizes Whole { get; } = new("whole", new Canvas(128), 500, 1200, 4, new FlowPlan(4000, 16, 1e-3, 0.995, 1), new FlowPlan(700, 8, 3e-3, 0.97, 1), 64, 20, 3.5, 35);

    /// <summary>Pictures of 256²: some five times the work. Nobody has run all of it.</summary>
    public static Sizes Large { get; } = new("large", new Canvas(256), 500, 300, 6, new FlowPlan(3000, 16, 1e-3, 0.995, 1), new FlowPlan(700, 8, 3e-3, 0.97, 1), 64, 20, 3.5, 35);

    /// <summary>To see in minutes that everything runs.</summary>
    public static Sizes Quick { get; } = new("quick", new Canvas(128), 110, 1200, 4, new FlowPlan(500, 16, 1.2e-3, 0.99, 1), new FlowPlan(160, 16, 6e-4, 0.95, 1), 20, 16, 2, 18);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Sizes> All { get; } = [Quick, Whole, Large];
}
