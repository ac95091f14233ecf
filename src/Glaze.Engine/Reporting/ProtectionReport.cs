using Glaze.Cloaking.Audit;

namespace Glaze.Engine.Reporting;

/// <summary>What encoders see of the cloak, and what that means.</summary>
internal sealed record ProtectionReport(
    string Grade, string Verdict, string? WorstPurifier, double? WorstShift, IReadOnlyList<EncoderReport> Encoders)
{
    public static ProtectionReport Create(ProtectionAudit audit)
    {
        var verdict = ProtectionVerdict.Of(audit);
        return new ProtectionReport(
            Names.Of(verdict.Grade),
            verdict.English,
            verdict.Worst?.Purifier.Name,
            verdict.Worst is { } worst ? Math.Round(worst.Shift, 4) : null,
            audit.Encoders.Select(EncoderReport.Create).ToList());
    }
}
