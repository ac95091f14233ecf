using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Methods;

namespace Glaze.Benchmarks.Protection;

/// <summary>One part of a run.</summary>
/// <param name="Pictures">Names of pictures, or none for all.</param>
/// <param name="Size">Their size (<see cref="Glaze.Benchmarks.Protection.Pictures.CanvasSize"/>).</param>
/// <param name="Arms">What cloaks are computed on.</param>
/// <param name="Peers">Words of the peers to compare with.</param>
/// <param name="IsQuick">Whether three purifiers stand for the twelve and B0 is compared at equal PSNR alone.</param>
internal sealed record Stage(IReadOnlyList<string> Pictures, string Size, IReadOnlyList<Arm> Arms, IReadOnlyList<string> Peers, bool IsQuick)
{
    // Textured, half flat, and a portrait before a dark ground.
    private static readonly string[] QuickPictures = ["landscape", "elf", "bridge"];
    private static readonly string[] LargePictures = ["landscape", "castle", "elf"];

    /// <summary>The inner loop: three pictures, their middle 256², few purifiers.</summary>
    public static Stage Quick { get; } = new(QuickPictures, "crop256", On("mini", "four"), [], true);

    /// <summary>Everything, the most telling first.</summary>
    public static IReadOnlyList<Stage> Full { get; } =
    [
        new([], "512", On("mini", "four"), [], false),
        new([], "512", On("without", "alone"), [], false),
        new(LargePictures, "1024", On("mini", "four"), [], false),
        new(LargePictures, "2048", On("mini", "four"), [], false),
        new([], "512", On("mini"), Methods.Peers.Words, false),
        new(QuickPictures, "256", On("four"), Methods.Peers.Words, false),
    ];

    private static Arm[] On(params string[] words) => [.. words.SelectMany(Arm.Named)];
}
