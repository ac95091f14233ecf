namespace Glaze.Cloaking.Audit;

/// <summary>How far one encoder's view moved, in the channels that stand for one family of models.</summary>
/// <param name="Encoder">The encoder's name.</param>
/// <param name="Shift">1 − ‖Φ(cloaked) − Φ(target)‖ / ‖Φ(original) − Φ(target)‖.</param>
/// <param name="Surviving">The same after each purifier, applied to all three pictures.</param>
public sealed record EncoderAudit(string Encoder, double Shift, IReadOnlyList<PurifiedShift> Surviving)
{
    /// <summary>The family in users' words, for example "SDXL"; the encoder's name where nobody said.</summary>
    public string Family { get; init; } = Encoder;

    /// <summary>Whether the cloak was computed on this encoder; null when nobody knows.</summary>
    public bool? UsedForCloak { get; init; }
}
