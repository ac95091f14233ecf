using Glaze.Client.Resources;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Dialog;

/// <summary>Progress in words.</summary>
internal static class ProgressTexts
{
    public static TextKey For(CloakStage stage) => stage switch
    {
        CloakStage.LoadingModels => TextKey.StageLoadingModels,
        CloakStage.PaintingTarget => TextKey.StagePaintingTarget,
        CloakStage.Auditing => TextKey.StageAuditing,
        CloakStage.Finishing => TextKey.StageFinishing,
        _ => TextKey.StageOptimizing,
    };

    /// <summary>Rounded up to 1 s below 10 s, to 5 s below 90 s, to minutes above.</summary>
    public static UserText? Remaining(double? seconds) => seconds switch
    {
        null => null,
        < 10 => new UserText(TextKey.RemainingSeconds, Math.Max(1, (long)Math.Ceiling(seconds.Value))),
        < 90 => new UserText(TextKey.RemainingSeconds, 5 * (long)Math.Ceiling(seconds.Value / 5)),
        < 1e9 => new UserText(TextKey.RemainingMinutes, (long)Math.Ceiling(seconds.Value / 60)),
        _ => null,
    };
}
