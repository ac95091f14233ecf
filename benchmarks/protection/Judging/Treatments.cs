using Glaze.Cloaking.Audit;

namespace Glaze.Benchmarks.Protection.Judging;

/// <summary>What is done to pictures before they are judged: nothing, then the audit's purifiers.</summary>
internal static class Treatments
{
    /// <summary>Name of no treatment at all.</summary>
    public const string Untreated = "none";

    /// <summary>No treatment.</summary>
    public static Purifier None { get; } = new(Untreated, image => image);

    /// <summary>Nothing, and the audit's.</summary>
    public static IReadOnlyList<Purifier> All { get; } = [None, .. Purifiers.All];

    /// <summary>Nothing, and three that stand for all in quick runs.</summary>
    public static IReadOnlyList<Purifier> Few { get; } = [None, .. Purifiers.All.Where(purifier => purifier.Name is "jpeg-75" or "resize-50" or "bilateral-5")];

    /// <summary>Nothing, and the purifiers of a word: all, few, none, or one's own name.</summary>
    /// <exception cref="ArgumentException">There is no such purifier.</exception>
    public static IEnumerable<Purifier> Named(string word) => word switch
    {
        "all" => All,
        "few" => Few,
        Untreated => [None],
        _ => [None, All.FirstOrDefault(purifier => purifier.Name == word)
            ?? throw new ArgumentException($"\"{word}\" is no purifier; choose from all, few, {string.Join(", ", All.Select(purifier => purifier.Name))}.")],
    };
}
