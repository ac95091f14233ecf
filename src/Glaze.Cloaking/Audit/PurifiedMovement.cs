namespace Glaze.Cloaking.Audit;

/// <summary>What is left of a movement after a purifier.</summary>
/// <param name="Purifier">The purifier P.</param>
/// <param name="Movement">Distance between Φ(P(cloaked)) and Φ(P(original)), in usual deviations.</param>
/// <param name="Yardstick">Distance between Φ(P(original)) and Φ(original): what P alone does to the untouched picture.</param>
public sealed record PurifiedMovement(Purifier Purifier, double Movement, double Yardstick);
