using Glaze.Cloaking.Audit;

namespace Glaze.Engine.Reporting;

/// <summary>What encoders see of the cloak.</summary>
internal sealed record ProtectionReport(string? WorstPurifier, double? WorstShift, IReadOnlyList<EncoderReport> Encoders)
{
    public static ProtectionReport Create(ProtectionAudit audit) => new(
        audit.Worst?.Purifier.Name,
        audit.Worst is { } worst ? Math.Round(worst.Shift, 4) : null,
        audit.Encoders.Select(EncoderReport.Create).ToList());
}
