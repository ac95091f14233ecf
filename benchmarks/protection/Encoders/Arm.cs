namespace Glaze.Benchmarks.Protection.Encoders;

/// <summary>What cloaks are computed on, and by which families they are judged.</summary>
/// <param name="Name">Word in results and on the command line.</param>
/// <param name="UsesMini">Whether glaze-mini is among the encoders computed on.</param>
/// <param name="Used">Families whose published encoders are among them.</param>
/// <param name="Judges">Families that judge.</param>
internal sealed record Arm(string Name, bool UsesMini, IReadOnlyList<Family> Used, IReadOnlyList<Family> Judges)
{
    /// <summary>glaze-mini alone: a fresh machine.</summary>
    public const string Mini = "mini";

    /// <summary>The four published encoders.</summary>
    public const string Four = "four";

    /// <summary>Name of the arm that leaves a family out and is judged by it.</summary>
    public static string Without(Family family) => $"without-{family.Id}";

    /// <summary>Name of the arm computed on one family's encoder and judged by it.</summary>
    public static string Alone(Family family) => $"alone-{family.Id}";

    /// <summary>All arms: glaze-mini, the four, both together, each family left out, each family alone.</summary>
    public static IReadOnlyList<Arm> All { get; } =
    [
        new(Mini, true, [], Family.All),
        new(Four, false, Family.All, Family.All),
        new("installed", true, Family.All, Family.All),
        .. Family.All.Select(family => new Arm(Without(family), false, [.. Family.All.Where(other => other != family)], [family])),
        .. Family.All.Select(family => new Arm(Alone(family), false, [family], [family])),
    ];

    /// <summary>The arms of a word: an arm's name, or "without" or "alone" for all four of that kind.</summary>
    public static IEnumerable<Arm> Named(string word) => All.Where(arm =>
        string.Equals(arm.Name, word, StringComparison.OrdinalIgnoreCase)
        || (word is "without" or "alone" && arm.Name.StartsWith(word + "-", StringComparison.Ordinal)));
}
