namespace Glaze.Cloaking.Audit;

/// <summary>What is left of a change of an encoder's view after a purifier P.</summary>
/// <param name="Purifier">The purifier.</param>
/// <param name="Movement">Distance between Φ(P(cloaked)) and Φ(P(original)), in usual deviations of each latent channel.</param>
/// <param name="Yardstick">Distance between Φ(P(original)) and Φ(original): what P alone does to the untouched picture.</param>
/// <param name="Shift">1 − ‖Φ(P(cloaked)) − Φ(P(target))‖ / ‖Φ(P(original)) − Φ(P(target))‖; null where the target is not known.</param>
public sealed record PurifiedView(Purifier Purifier, double Movement, double Yardstick, double? Shift);
