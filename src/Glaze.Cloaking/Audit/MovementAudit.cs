using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>
/// Measures how far encoders' views moved when the target is not at hand: the distance between Φ(cloaked) and Φ(original) in
/// usual deviations of the latent. It says nothing of the direction, so what everyday handling does to the untouched picture
/// stands beside it as a yardstick.
/// </summary>
/// <param name="Encoders">One entry per encoder asked.</param>
public sealed record MovementAudit(IReadOnlyList<EncoderMovement> Encoders)
{
    /// <summary>The everyday handling that movement is compared with.</summary>
    internal const string YardstickPurifier = "jpeg-75";

    /// <summary>Mean movement over the encoders, in usual deviations.</summary>
    public double Movement => Encoders.Average(encoder => encoder.Movement);

    /// <summary>Mean over the encoders of what saving the original as JPEG of quality 75 moves.</summary>
    public double Yardstick => Encoders.Average(encoder => encoder.Yardstick);

    /// <summary>Measures without and with all purifiers.</summary>
    /// <param name="sessions">Sessions of the encoders to ask.</param>
    /// <param name="original">The untouched picture.</param>
    /// <param name="cloaked">The cloaked picture, same size.</param>
    /// <param name="progress">Told the share that is done, 0..1; null for nobody.</param>
    /// <param name="cancellationToken">Stops between encoder runs.</param>
    /// <returns>The figures.</returns>
    public static MovementAudit Full(
        SessionPool sessions, PixelBuffer original, PixelBuffer cloaked, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        PlanarImage[] pictures = [WorkingImage.Shrink(original, AuditPictures.FullSide), WorkingImage.Shrink(cloaked, AuditPictures.FullSide)];
        var plain = pictures.Select(picture => AuditPictures.Latents(sessions, picture, cancellationToken)).ToList();
        var purified = new List<(Purifier Purifier, IReadOnlyList<float[]> Original, IReadOnlyList<float[]> Cloaked)>();
        foreach (var purifier in Purifiers.All)
        {
            progress?.Report((purified.Count + 1.0) / (Purifiers.All.Count + 1));
            var latents = pictures.Select(picture => AuditPictures.Latents(sessions, purifier.Apply(picture), cancellationToken)).ToList();
            purified.Add((purifier, latents[0], latents[1]));
        }

        return new MovementAudit([.. AuditPictures.Families(sessions.Ensemble).Select(entry => new EncoderMovement(
            entry.Encoder.Name,
            Distance(entry, plain[0], plain[1]),
            [.. purified.Select(left => new PurifiedMovement(left.Purifier, Distance(entry, left.Original, left.Cloaked), Distance(entry, plain[0], left.Original)))])
        {
            Family = entry.Family.StandsFor,
        })]);
    }

    private static double Distance((int Index, SurrogateEncoder Encoder, LatentFamily Family) entry, IReadOnlyList<float[]> left, IReadOnlyList<float[]> right) =>
        Math.Sqrt(LatentObjective.ChannelDistances(entry.Encoder, left[entry.Index], right[entry.Index]).Skip(entry.Family.Start).Take(entry.Family.Channels).Average());
}
