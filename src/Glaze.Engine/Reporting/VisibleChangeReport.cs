using Glaze.Cloaking.Audit;

namespace Glaze.Engine.Reporting;

/// <summary>How visible the change is; infinities (no change at all) become null, which JSON can say.</summary>
internal sealed record VisibleChangeReport(double? Psnr, int LargestChange, double Rms, double FlatRms, double PerceptualDistance)
{
    public static VisibleChangeReport Create(VisibleChange change) => new(
        double.IsFinite(change.Psnr) ? Math.Round(change.Psnr, 2) : null,
        change.LargestChange,
        Math.Round(change.Rms, 4),
        Math.Round(change.FlatRms, 4),
        Math.Round(change.PerceptualDistance, 5));
}
