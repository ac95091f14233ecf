using System.Globalization;
using Glaze.Cloaking.Audit;
using Glaze.Engine.Jobs;
using Glaze.Languages;
using Glaze.Protocol.Messages;
using ProtectionGrade = Glaze.Protocol.Messages.ProtectionGrade;

namespace Glaze.Engine.Reporting;

/// <summary>What encoders see of the cloak, and what that means; no grade and no families where the target is not known.</summary>
internal sealed record ProtectionReport(
    ProtectionGrade? Grade, string Verdict, double Movement, IReadOnlyList<FamilyFigures> Families, IReadOnlyList<EncoderReport> Encoders)
{
    public static ProtectionReport Create(ProtectionAudit audit)
    {
        var verdict = audit.HasTarget ? ProtectionVerdict.Of(audit) : null;
        return new ProtectionReport(
            verdict is null ? null : Translation.Of(verdict.Grade),
            verdict is null ? MovementVerdict(audit) : VerdictText.Of(verdict, Language.English),
            Math.Round(audit.Movement, 4),
            verdict?.Families.Select(family => Rounded(Translation.Of(family))).ToList() ?? [],
            audit.Encoders.Select(EncoderReport.Create).ToList());
    }

    private static FamilyFigures Rounded(FamilyFigures family) =>
        family with { Shift = Math.Round(family.Shift, 4), Surviving = family.Surviving is { } surviving ? Math.Round(surviving, 4) : null };

    private static string MovementVerdict(ProtectionAudit audit)
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
