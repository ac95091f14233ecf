using Glaze.Cloaking;

namespace Glaze.Engine.Commands;

/// <summary>Everything one <c>glaze cloak</c> was asked for.</summary>
internal sealed record BatchRequest(
    IReadOnlyList<BatchFile> Files,
    CloakSettings Settings,
    string? StyleModelPath,
    DeviceChoice Device,
    IReadOnlyList<string> Surrogates,
    string? MaskPath,
    string? TargetImagePath,
    string? ReportPath);
