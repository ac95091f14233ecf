using Glaze.Cloaking.Audit;

namespace Glaze.Benchmarks.Protection.Judging;

/// <summary>What is done to pictures before they are judged: nothing, then the audit's purifiers.</summary>
internal static class Treatments
{
    /// <summary>Name of no treatment at all.</summary>
    public const string Untreated = "none";

    /// <summary>No treatment.</summary>
    public static Purifier None { get; } = new(Untreated, "nothing", "なし", image => image);

    /// <summary>Nothing, and the audit's twelve.</summary>
    public static IReadOnlyList<Purifier> All { get; } = [None, .. Purifiers.All];

    /// <summary>Nothing, and three that stand for the twelve in quick runs.</summary>
    public static IReadOnlyList<Purifier> Few { get; } = [None, .. Purifiers.All.Where(purifier => purifier.Name is "jpeg-75" or "resize-50" or "bilateral-5")];
}
