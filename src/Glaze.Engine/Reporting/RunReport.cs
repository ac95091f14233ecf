using Glaze.Cloaking.Encoders;
using Glaze.Engine.Jobs;

namespace Glaze.Engine.Reporting;

/// <summary>The file that <c>--report</c> writes; property names are part of the contract with scripts.</summary>
internal sealed record RunReport(
    string Glaze, SettingsReport Settings, DeviceReport? Device, IReadOnlyList<PictureReport> Pictures)
{
    public static RunReport Create(BatchRequest request, SurrogateEnsemble ensemble, DeviceUsed? device, IReadOnlyList<PictureReport> pictures) => new(
        ProductVersion.Text,
        SettingsReport.Create(request, ensemble),
        device is null ? null : DeviceReport.Create(device),
        pictures);
}
