namespace Glaze.Cloaking.Audit;

/// <summary>How far one encoder's view moved away from the original, in whatever direction.</summary>
/// <param name="Encoder">The encoder's name.</param>
/// <param name="Movement">√mean( ((Φ(cloaked) − Φ(original)) / σ)² ), σ the usual deviation of each latent channel.</param>
/// <param name="Surviving">The same after each purifier, applied to both pictures.</param>
public sealed record EncoderMovement(string Encoder, double Movement, IReadOnlyList<PurifiedMovement> Surviving)
{
    /// <summary>The family in users' words; the encoder's name where nobody said.</summary>
    public string Family { get; init; } = Encoder;

    /// <summary>What saving the untouched picture as a JPEG of quality 75 does to this encoder's view: an everyday amount.</summary>
    public double Yardstick => Surviving.First(left => left.Purifier.Name == MovementAudit.YardstickPurifier).Yardstick;
}
