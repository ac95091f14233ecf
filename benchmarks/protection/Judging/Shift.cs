using Glaze.Benchmarks.Protection.Encoders;

namespace Glaze.Benchmarks.Protection.Judging;

/// <summary>How far one encoder's view moved.</summary>
/// <param name="View">How the trainer looks at the picture.</param>
/// <param name="Family">The encoder's family.</param>
/// <param name="Purifier">What was done to the picture first, or none.</param>
/// <param name="Value">The shift.</param>
internal sealed record Shift(string View, Family Family, string Purifier, double Value);
