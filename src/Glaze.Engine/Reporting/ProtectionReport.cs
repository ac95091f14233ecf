using Glaze.Cloaking.Audit;
using Glaze.Engine.Jobs;
using Glaze.Languages;

namespace Glaze.Engine.Reporting;

/// <summary>What encoders see of the cloak, and what that means.</summary>
internal sealed record ProtectionReport(
    string Grade, string Verdict, IReadOnlyList<FamilyReport> Families, IReadOnlyList<EncoderReport> Encoders)
{
    public static ProtectionReport Create(ProtectionAudit audit)
    {
        var verdict = ProtectionVerdict.Of(audit);
        return new ProtectionReport(
            Names.Of(verdict.Grade),
            VerdictText.Of(verdict, Language.English),
            verdict.Families.Select(FamilyReport.Create).ToList(),
            audit.Encoders.Select(EncoderReport.Create).ToList());
    }
}
