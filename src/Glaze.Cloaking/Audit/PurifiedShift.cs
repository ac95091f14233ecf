namespace Glaze.Cloaking.Audit;

/// <summary>What a purifier leaves of a shift, on the mean of some encoders.</summary>
/// <param name="Purifier">The purifier.</param>
/// <param name="Shift">0 where encoders see the original, 1 where they see the target.</param>
public sealed record PurifiedShift(Purifier Purifier, double Shift);
