namespace Glaze.Cloaking.Audit;

/// <summary>What one encoder sees of a cloak, in the channels that stand for one family of models.</summary>
/// <param name="Encoder">The encoder's name.</param>
/// <param name="Movement">√mean( ((Φ(cloaked) − Φ(original)) / σ)² ), σ the usual deviation of each latent channel: how far, in whatever direction.</param>
/// <param name="Shift">1 − ‖Φ(cloaked) − Φ(target)‖ / ‖Φ(original) − Φ(target)‖: how far toward the target; null where that is not known.</param>
/// <param name="Surviving">The same after each purifier, applied to all pictures.</param>
public sealed record EncoderAudit(string Encoder, double Movement, double? Shift, IReadOnlyList<PurifiedView> Surviving)
{
    /// <summary>The everyday handling that movement is compared with.</summary>
    internal const string YardstickPurifier = "jpeg-75";

    /// <summary>The family in users' words, for example "SDXL"; the encoder's name where nobody said.</summary>
    public string Family { get; init; } = Encoder;

    /// <summary>Whether the cloak was computed on this encoder; null when nobody knows.</summary>
    public bool? UsedForCloak { get; init; }

    /// <summary>What saving the untouched picture as a JPEG of quality 75 does to this encoder's view: an everyday amount. NaN where that was not tried.</summary>
    public double Yardstick => Surviving.FirstOrDefault(left => left.Purifier.Name == YardstickPurifier)?.Yardstick ?? double.NaN;
}
