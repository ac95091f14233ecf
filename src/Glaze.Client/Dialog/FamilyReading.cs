using Glaze.Client.Resources;

namespace Glaze.Client.Dialog;

/// <summary>What one family of models sees of the cloaked picture.</summary>
/// <param name="Family">The family, in words an artist knows.</param>
/// <param name="Level">How much of the shift survives, 0 to 1 of a full meter.</param>
/// <param name="Mood">Whether that is what the artist wants.</param>
/// <param name="Verdict">One word.</param>
/// <param name="Detail">What moved, what survives, and what the cloak was computed on.</param>
public sealed record FamilyReading(string Family, double Level, MeterMood Mood, UserText Verdict, UserText Detail);
