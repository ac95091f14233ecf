using Glaze.Cloaking.Audit;

namespace Glaze.Engine.Reporting;

/// <summary>The shift one encoder sees, plain and after each purifier; 0 is none, 1 is all the way to the target.</summary>
internal sealed record EncoderReport(string Encoder, string Family, bool? UsedForCloak, double Shift, IReadOnlyList<PurifierReport> Surviving)
{
    public static EncoderReport Create(EncoderAudit audit) => new(
        audit.Encoder,
        audit.Family,
        audit.UsedForCloak,
        Math.Round(audit.Shift, 4),
        audit.Surviving.Select(shift => new PurifierReport(shift.Purifier.Name, Math.Round(shift.Shift, 4))).ToList());
}
