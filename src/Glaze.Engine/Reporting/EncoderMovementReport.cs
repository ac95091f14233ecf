using Glaze.Cloaking.Audit;

namespace Glaze.Engine.Reporting;

/// <summary>One encoder's movement, plain and after each purifier, in usual deviations of its latent.</summary>
internal sealed record EncoderMovementReport(string Encoder, string Family, bool? UsedForCloak, double Movement, IReadOnlyList<PurifierMovementReport> Surviving)
{
    public static EncoderMovementReport Create(EncoderMovement audit) => new(
        audit.Encoder,
        audit.Family,
        null,
        Math.Round(audit.Movement, 4),
        audit.Surviving.Select(left => new PurifierMovementReport(left.Purifier.Name, Math.Round(left.Movement, 4), Math.Round(left.Yardstick, 4))).ToList());
}
