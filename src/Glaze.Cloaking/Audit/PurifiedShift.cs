namespace Glaze.Cloaking.Audit;

/// <summary>What is left of a shift after a purifier.</summary>
/// <param name="Purifier">The purifier.</param>
/// <param name="Shift">1 − ‖Φ(P(cloaked)) − Φ(P(target))‖ / ‖Φ(P(original)) − Φ(P(target))‖.</param>
public sealed record PurifiedShift(Purifier Purifier, double Shift);
