using System.Text.Json;
using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Encoders;
using Glaze.Engine.Jobs;
using Glaze.Imaging;
using Glaze.Languages;

namespace Glaze.Engine.Reporting;

/// <summary>What <c>glaze audit --json</c> writes; property names are part of the contract with scripts.</summary>
internal sealed record AuditReport(
    string Glaze,
    string Original,
    string Cloaked,
    string? Target,
    int Width,
    int Height,
    IReadOnlyList<string> Encoders,
    VisibleChangeReport VisibleChange,
    ProtectionReport Protection,
    string NotProtected)
{
    /// <summary>The report on an audit.</summary>
    public static AuditReport Create(AuditRequest request, PixelBuffer original, SurrogateEnsemble ensemble, VisibleChange change, ProtectionAudit audit) => new(
        ProductVersion.Text,
        request.Original,
        request.Cloaked,
        request.Target,
        original.Width,
        original.Height,
        [.. ensemble.Encoders.Select(encoder => $"{encoder.Name}: {encoder.StandsFor}")],
        VisibleChangeReport.Create(change),
        ProtectionReport.Create(audit),
        Language.English["verdict.NotProtected"]);

    /// <summary>The report as indented JSON, ending in a line break.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJsonContext.Default.AuditReport) + "\n";
}
