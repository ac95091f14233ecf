using System.Globalization;
using Glaze.Cloaking.Audit;

namespace Glaze.Engine.Reporting;

/// <summary>How far encoders' views moved, in usual deviations of the latent; the direction is not known without the target.</summary>
internal sealed record MovementReport(double Movement, double Yardstick, string Verdict, IReadOnlyList<EncoderMovementReport> Encoders)
{
    public static MovementReport Create(MovementAudit audit) => new(
        Math.Round(audit.Movement, 4),
        Math.Round(audit.Yardstick, 4),
        VerdictOf(audit),
        audit.Encoders.Select(EncoderMovementReport.Create).ToList());

    private static string VerdictOf(MovementAudit audit)
    {
        if (audit.Movement == 0)
        {
            return "Encoders see no difference between the two pictures: there is no cloak.";
        }

        var times = audit.Yardstick > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {audit.Movement / audit.Yardstick:0.0} times what saving the original as a JPEG of quality 75 does")
            : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Encoders see the picture moved by {audit.Movement:0.00} of what usually varies{times}. Whether it moved toward another style cannot be told without --target, so this is no measure of protection.");
    }
}
