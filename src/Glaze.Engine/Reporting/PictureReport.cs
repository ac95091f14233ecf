using Glaze.Cloaking;
using Glaze.Cloaking.Audit;
using Glaze.Engine.Commands;
using Glaze.Imaging;

namespace Glaze.Engine.Reporting;

/// <summary>The report on one cloaked picture; property names are part of the contract with scripts.</summary>
internal sealed record PictureReport(
    string Input,
    string Output,
    int Width,
    int Height,
    string Style,
    double Epsilon,
    double PerceptualBudget,
    string PerceptualMeasure,
    int Steps,
    double? LossFirst,
    double? LossLast,
    IReadOnlyDictionary<string, double> Seconds,
    VisibleChangeReport VisibleChange,
    ProtectionReport Protection)
{
    public static PictureReport Create(BatchFile file, PixelBuffer original, CloakOutcome outcome, string perceptualMeasure, ProtectionAudit audit) => new(
        file.Input,
        file.Output,
        original.Width,
        original.Height,
        outcome.StyleName,
        Math.Round(outcome.Epsilon, 4),
        Math.Round(outcome.PerceptualBudget, 6),
        perceptualMeasure,
        outcome.StepCount,
        outcome.FirstLoss,
        outcome.LastLoss,
        outcome.StageSeconds.ToDictionary(pair => char.ToLowerInvariant(pair.Key.ToString()[0]) + pair.Key.ToString()[1..], pair => Math.Round(pair.Value, 3)),
        VisibleChangeReport.Create(Cloaking.Audit.VisibleChange.Measure(original, outcome.Cloaked)),
        ProtectionReport.Create(audit));
}
