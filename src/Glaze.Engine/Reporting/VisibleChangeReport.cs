using Glaze.Cloaking.Audit;
using Glaze.Engine.Jobs;

namespace Glaze.Engine.Reporting;

/// <summary>How visible the change is: the protocol's figures under their names, and those that only reports have.</summary>
internal sealed record VisibleChangeReport(double? PsnrDecibels, int MaxLevels, double Rms, double FlatRms, double PerceptualDistance)
{
    public static VisibleChangeReport Create(VisibleChange change)
    {
        var figures = Translation.Of(change);
        return new VisibleChangeReport(
            figures.PsnrDecibels is { } psnr ? Math.Round(psnr, 2) : null,
            figures.MaxLevels,
            Math.Round(change.Rms, 4),
            Math.Round(change.FlatRms, 4),
            Math.Round(change.PerceptualDistance, 5));
    }
}
