using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>Shows pictures to encoders the way every audit does: shrunk alike, composed over white, padded by mirroring.</summary>
internal static class AuditPictures
{
    /// <summary>Pictures are measured at the size trainers shrink them to at least, in pixels on the longer side.</summary>
    public const int FullSide = 512;

    /// <summary>The size of the quick audit.</summary>
    public const int QuickSide = 320;

    /// <summary>Every family of every encoder, with the encoder's index.</summary>
    public static IEnumerable<(int Index, SurrogateEncoder Encoder, LatentFamily Family)> Families(SurrogateEnsemble ensemble) =>
        ensemble.Encoders.SelectMany((encoder, index) => encoder.Families.Select(family => (index, encoder, family)));

    /// <summary>The part of a latent that stands for a family.</summary>
    public static ReadOnlyMemory<float> Part(float[] latent, SurrogateEncoder encoder, LatentFamily family)
    {
        var plane = latent.Length / encoder.LatentChannels;
        return latent.AsMemory(family.Start * plane, family.Channels * plane);
    }

    /// <summary>The latents of one picture, one per encoder.</summary>
    public static IReadOnlyList<float[]> Latents(SessionPool sessions, PlanarImage picture, CancellationToken cancellationToken)
    {
        var window = WindowGrid.Plan(0, 0, picture.Width, picture.Height, int.MaxValue, sessions.Ensemble.Alignment)[0];
        return sessions.Latents(new InterpolatedField(picture, picture.Width, picture.Height).Read(window), cancellationToken);
    }
}
