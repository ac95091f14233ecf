using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Cloaking.Audit;

namespace Glaze.Benchmarks.Protection;

/// <summary>One part of a run.</summary>
/// <param name="Pictures">Names of pictures, or none for all.</param>
/// <param name="Size">Their size (<see cref="Glaze.Benchmarks.Protection.Pictures.CanvasSize"/>).</param>
/// <param name="Arms">What cloaks are computed on.</param>
/// <param name="Peers">Words of the peers to compare with.</param>
/// <param name="Treatments">What is done to pictures before they are judged.</param>
internal sealed record Stage(IReadOnlyList<string> Pictures, string Size, IReadOnlyList<Arm> Arms, IReadOnlyList<string> Peers, IReadOnlyList<Purifier> Treatments)
{
    // Textured, half flat, and a portrait before a dark ground.
    private static readonly string[] QuickPictures = ["landscape", "elf", "bridge"];
    private static readonly string[] LargePictures = ["landscape", "castle", "elf"];

    /// <summary>The inner loop: three pictures, their middle 256², few purifiers.</summary>
    public static Stage Quick { get; } = new(QuickPictures, "crop256", On("mini", "four"), [], Judging.Treatments.Few);

    /// <summary>Everything, the most telling first.</summary>
    public static IReadOnlyList<Stage> Full { get; } =
    [
        new([], "512", On("mini", "four"), [], Judging.Treatments.All),
        new([], "512", On("without", "alone"), [], Judging.Treatments.All),
        new(LargePictures, "1024", On("mini", "four"), [], Judging.Treatments.All),
        new(LargePictures, "2048", On("mini", "four"), [], Judging.Treatments.All),
        new([], "512", On("mini"), Methods.Peers.Words, Judging.Treatments.All),
        new(QuickPictures, "256", On("four"), Methods.Peers.Words, Judging.Treatments.All),
    ];

    /// <summary>Whether to compare at equal butteraugli too, which takes as long again: where all purifiers are asked.</summary>
    public bool AlsoButteraugli => Treatments.Count == Judging.Treatments.All.Count;

    private static Arm[] On(params string[] words) => [.. words.SelectMany(Arm.Named)];
}
