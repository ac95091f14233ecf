using System.Globalization;

namespace Glaze.Benchmarks.Mimicry.Arms;

/// <summary>One way to treat the pictures that a mimic trains on.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Intensity">The cloak's intensity; for noise and blend that of the cloak they are as visible as.</param>
/// <param name="Way">Share of the way to T's latents, for the sweep.</param>
/// <param name="Treatment">The mimic's countermeasure: a purifier's name, or empty.</param>
/// <param name="Share">Share of the pictures that it is done to; the rest stays clean.</param>
internal sealed record Arm(ArmKind Kind, int Intensity = 0, double Way = 0, string Treatment = "", double Share = 1)
{
    private const int Default = 50;
    private const int Highest = 100;
    private static readonly string[] Treatments = ["jpeg-75", "resize-50", "bilateral-5"];

    /// <summary>Word in results and on the command line, such as family-100-jpeg-75.</summary>
    public string Name => string.Join('-', ((string?[])
    [
        Kind.ToString().ToLowerInvariant(),
        Kind == ArmKind.Sweep ? Way.ToString("0.##", CultureInfo.InvariantCulture) : null,
        Intensity > 0 ? $"{Intensity}" : null,
        Treatment.Length > 0 ? Treatment : null,
        Share < 1 ? string.Create(CultureInfo.InvariantCulture, $"of{100 * Share:0}") : null,
    ]).OfType<string>());

    /// <summary>Whether mimics are taught latents that need no picture but the artist's own and T.</summary>
    public bool NeedsNoPicture => Treatment.Length == 0 && Kind is (ArmKind.Clean or ArmKind.Sweep);

    /// <summary>The arm whose pictures this one's are made of: the cloak itself where it is treated, done to a share, or matched by noise or blend.</summary>
    public Arm Source => new(Kind is ArmKind.Noise or ArmKind.Blend ? ArmKind.Mini : Kind, Intensity, Way);

    /// <summary>The arm whose success protection is measured by: clean pictures, treated likewise.</summary>
    public Arm Reference => new(ArmKind.Clean, Treatment: Treatment);

    /// <summary>All arms, those that tell most first.</summary>
    public static IReadOnlyList<Arm> All { get; } =
    [
        new(ArmKind.Clean),
        .. Ways(1, 0.5, 0.25, 0.75),
        .. Both(ArmKind.Mini),
        .. Both(ArmKind.Family),
        new(ArmKind.Noise, Highest),
        new(ArmKind.Blend, Highest),
        .. Both(ArmKind.All),
        .. Treatments.Select(treatment => new Arm(ArmKind.Clean, Treatment: treatment)),
        .. Treatments.Select(treatment => new Arm(ArmKind.All, Highest, Treatment: treatment)),
        .. Treatments.Select(treatment => new Arm(ArmKind.Family, Highest, Treatment: treatment)),
        new(ArmKind.Noise, Default),
        new(ArmKind.Blend, Default),
        .. Ways(0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9),
        new(ArmKind.Family, Highest, Share: 0.5),
        new(ArmKind.Family, Highest, Share: 0.25),
        .. Treatments.SelectMany(treatment => ((ArmKind[])[ArmKind.Mini, ArmKind.Noise, ArmKind.Blend]).Select(kind => new Arm(kind, Highest, Treatment: treatment))),
        .. Treatments.SelectMany(treatment => ((ArmKind[])[ArmKind.Mini, ArmKind.Family, ArmKind.All]).Select(kind => new Arm(kind, Default, Treatment: treatment))),
        .. ((int[])[25, 75]).SelectMany(intensity => ((ArmKind[])[ArmKind.Mini, ArmKind.All]).Select(kind => new Arm(kind, intensity))),
    ];

    /// <summary>Those that a quick run looks at.</summary>
    public static IReadOnlyList<Arm> Few => [new(ArmKind.Clean), .. Ways(1, 0.5), new(ArmKind.Family, Highest)];

    /// <summary>The arm of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Arm Named(string name) => All.FirstOrDefault(arm => arm.Name == name)
        ?? throw new ArgumentException($"\"{name}\" is no arm; choose from {string.Join(", ", All.Select(arm => arm.Name))}.");

    private static IEnumerable<Arm> Ways(params double[] ways) => ways.Select(way => new Arm(ArmKind.Sweep, Way: way));

    private static IEnumerable<Arm> Both(ArmKind kind) => [new(kind, Default), new(kind, Highest)];
}
