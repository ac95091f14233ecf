using Glaze.Cloaking.Audit;

namespace Glaze.Engine.Reporting;

/// <summary>What one encoder sees, plain and after each purifier: the shift, 0 none and 1 all the way to the target, and the movement in whatever direction.</summary>
internal sealed record EncoderReport(string Encoder, string Family, bool? UsedForCloak, double? Shift, double Movement, IReadOnlyList<PurifierReport> Surviving)
{
    public static EncoderReport Create(EncoderAudit audit) => new(
        audit.Encoder,
        audit.Family,
        audit.UsedForCloak,
        audit.Shift is { } shift ? Math.Round(shift, 4) : null,
        Math.Round(audit.Movement, 4),
        audit.Surviving.Select(PurifierReport.Create).ToList());
}
