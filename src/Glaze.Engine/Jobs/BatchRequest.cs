using Glaze.Cloaking;
using Glaze.Engine.Commands;
using Glaze.Imaging;
using Glaze.Imaging.Files;

namespace Glaze.Engine.Jobs;

/// <summary>Everything one <c>glaze cloak</c> was asked for.</summary>
internal sealed record BatchRequest(
    BatchPlan Plan,
    CloakSettings Settings,
    string? StyleModelPath,
    DeviceChoice Device,
    IReadOnlyList<string> Surrogates,
    string? MaskPath,
    string? TargetImagePath,
    string? ReportPath)
{
    /// <summary>The option that names the report.</summary>
    public const string ReportName = "--report";

    /// <summary>The format of every output; null for the one of its name.</summary>
    public ImageFormat? Format { get; init; }

    /// <summary>The JPEG quality; null for that of the picture read.</summary>
    public int? JpegQuality { get; init; }

    /// <summary>Where what a model sees of the cloaked picture goes; null for nowhere.</summary>
    public string? ModelViewPath { get; init; }

    /// <summary>Whether pictures whose output is there already are left as they are.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>Whether failures are told with all technical details.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>The pictures to cloak.</summary>
    public IReadOnlyList<BatchFile> Files => Plan.Files;

    /// <summary>Whether the output is a folder.</summary>
    public bool IsFolder => Plan.IsFolder;

    /// <summary>The files that the run reads beside the pictures.</summary>
    public IEnumerable<string> Reads => ((string?[])[MaskPath, StyleModelPath]).OfType<string>();

    /// <summary>The files of the run that are no pictures to cloak, wherever they lie.</summary>
    public IEnumerable<string> Own => Reads.Concat(SideOutputs.Select(side => side.Path));

    /// <summary>The files that the run writes beside the pictures, with the options that name them.</summary>
    public IEnumerable<(string Option, string Path)> SideOutputs
    {
        get
        {
            if (TargetImagePath is { } target)
            {
                yield return ("--target-image", target);
            }

            if (ModelViewPath is { } view)
            {
                yield return ("--model-view", view);
            }

            if (ReportPath is { } report)
            {
                yield return (ReportName, report);
            }
        }
    }
}
