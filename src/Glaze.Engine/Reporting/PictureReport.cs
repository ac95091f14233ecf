using Glaze.Cloaking;
using Glaze.Cloaking.Audit;
using Glaze.Engine.Jobs;
using Glaze.Imaging;

namespace Glaze.Engine.Reporting;

/// <summary>The report on one picture; property names are part of the contract with scripts. What does not apply is null.</summary>
internal sealed record PictureReport(string Input, string? Output, string Status)
{
    public string? Reason { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Style { get; init; }

    public double? Epsilon { get; init; }

    public double? PerceptualBudget { get; init; }

    public string? PerceptualMeasure { get; init; }

    public int? Steps { get; init; }

    public double? LossFirst { get; init; }

    public double? LossLast { get; init; }

    public IReadOnlyDictionary<string, double>? Seconds { get; init; }

    public VisibleChangeReport? VisibleChange { get; init; }

    public ProtectionReport? Protection { get; init; }

    /// <summary>A picture that was cloaked; what encoders see of it is added when it has been measured.</summary>
    public static PictureReport Cloaked(BatchFile file, PixelBuffer original, CloakOutcome outcome, string perceptualMeasure, IReadOnlyList<string> notes) =>
        new(file.Input, file.Output, WordOf(PictureStatus.Cloaked))
        {
            Notes = notes,
            Width = original.Width,
            Height = original.Height,
            Style = outcome.StyleName,
            Epsilon = Math.Round(outcome.Epsilon, 4),
            PerceptualBudget = Math.Round(outcome.PerceptualBudget, 6),
            PerceptualMeasure = perceptualMeasure,
            Steps = outcome.StepCount,
            LossFirst = outcome.FirstLoss,
            LossLast = outcome.LastLoss,
            Seconds = outcome.StageSeconds.ToDictionary(pair => CamelCase(pair.Key.ToString()), pair => Math.Round(pair.Value, 3)),
            VisibleChange = VisibleChangeReport.Create(Cloaking.Audit.VisibleChange.Measure(original, outcome.Cloaked)),
        };

    /// <summary>A picture that was not cloaked.</summary>
    public static PictureReport Without(string input, string? output, PictureStatus status, string reason) =>
        new(input, output, WordOf(status)) { Reason = reason };

    /// <summary>The same with the figures of its audit.</summary>
    public PictureReport With(ProtectionAudit audit) => this with { Protection = ProtectionReport.Create(audit) };

    private static string WordOf(PictureStatus status) => CamelCase(status.ToString());

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
