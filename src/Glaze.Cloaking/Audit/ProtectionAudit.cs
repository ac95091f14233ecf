using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>
/// Measures what encoders see of a cloak, without and with purifiers applied to all pictures: how far their views moved (in usual deviations
/// of the latent), and how far of that toward the target, where the target is at hand. Movement says nothing of the direction, so what
/// everyday handling does to the untouched picture stands beside it as a yardstick.
/// </summary>
/// <param name="Encoders">One entry per family of each encoder asked.</param>
public sealed record ProtectionAudit(IReadOnlyList<EncoderAudit> Encoders)
{
    /// <summary>Whether the target is known, and with it how far views moved toward it.</summary>
    public bool HasTarget => Encoders.All(encoder => encoder.Shift is not null);

    /// <summary>Mean movement over the encoders, in usual deviations.</summary>
    public double Movement => Encoders.Average(encoder => encoder.Movement);

    /// <summary>Mean over the encoders of what saving the original as JPEG of quality 75 moves.</summary>
    public double Yardstick => Encoders.Average(encoder => encoder.Yardstick);

    /// <summary>Measures with four purifiers at a small size: a second or two on two cores.</summary>
    /// <param name="sessions">Sessions of the encoders to ask.</param>
    /// <param name="original">The untouched picture.</param>
    /// <param name="cloaked">The cloaked picture, same size.</param>
    /// <param name="target">Ω(x, T), any size; null where it is not known.</param>
    /// <param name="cancellationToken">Stops between encoder runs.</param>
    /// <returns>The figures.</returns>
    public static ProtectionAudit Quick(
        SessionPool sessions, PixelBuffer original, PixelBuffer cloaked, PlanarImage? target, CancellationToken cancellationToken) =>
        Measure(sessions, Pictures(original, cloaked, target, AuditPictures.QuickSide), Purifiers.Quick, null, cancellationToken);

    /// <summary>Measures with all purifiers.</summary>
    /// <param name="sessions">Sessions of the encoders to ask.</param>
    /// <param name="original">The untouched picture.</param>
    /// <param name="cloaked">The cloaked picture, same size.</param>
    /// <param name="target">Ω(x, T), any size; null where it is not known.</param>
    /// <param name="progress">Told the share that is done, 0..1; null for nobody.</param>
    /// <param name="cancellationToken">Stops between encoder runs.</param>
    /// <returns>The figures.</returns>
    public static ProtectionAudit Full(
        SessionPool sessions, PixelBuffer original, PixelBuffer cloaked, PlanarImage? target, IProgress<double>? progress, CancellationToken cancellationToken) =>
        Measure(sessions, Pictures(original, cloaked, target, AuditPictures.FullSide), Purifiers.All, progress, cancellationToken);

    // Original, cloaked, and the target if there is one.
    private static PlanarImage[] Pictures(PixelBuffer original, PixelBuffer cloaked, PlanarImage? target, int longestSide)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(cloaked);
        var small = WorkingImage.Shrink(original, longestSide);
        PlanarImage[] pair = [small, WorkingImage.Shrink(cloaked, longestSide)];
        return target is null ? pair : [.. pair, Resampler.Resize(target, small.Width, small.Height)];
    }

    private static ProtectionAudit Measure(
        SessionPool sessions, PlanarImage[] pictures, IReadOnlyList<Purifier> purifiers, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        var plain = Latents(pictures);
        var purified = purifiers
            .Select((purifier, i) =>
            {
                progress?.Report((i + 1.0) / (purifiers.Count + 1));
                return Latents([.. pictures.Select(purifier.Apply)]);
            })
            .ToList();
        return new ProtectionAudit([.. AuditPictures.Families(sessions.Ensemble).Select(entry => new EncoderAudit(
            entry.Encoder.Name,
            Distance(entry, plain[0], plain[1]),
            Shift(entry, plain),
            [.. purifiers.Select((purifier, i) => new PurifiedView(
                purifier, Distance(entry, purified[i][0], purified[i][1]), Distance(entry, plain[0], purified[i][0]), Shift(entry, purified[i])))])
        {
            Family = entry.Family.StandsFor,
        })]);

        IReadOnlyList<float[]>[] Latents(PlanarImage[] seen) => [.. seen.Select(picture => AuditPictures.Latents(sessions, picture, cancellationToken))];
    }

    private static double Distance((int Index, SurrogateEncoder Encoder, LatentFamily Family) entry, IReadOnlyList<float[]> left, IReadOnlyList<float[]> right) =>
        Math.Sqrt(LatentObjective.ChannelDistances(entry.Encoder, left[entry.Index], right[entry.Index]).Skip(entry.Family.Start).Take(entry.Family.Channels).Average());

    // Of the latents of original, cloaked and target, in this order.
    private static double? Shift((int Index, SurrogateEncoder Encoder, LatentFamily Family) entry, IReadOnlyList<float[]>[] latents)
    {
        if (latents.Length < 3)
        {
            return null;
        }

        var parts = latents.Select(latent => AuditPictures.Part(latent[entry.Index], entry.Encoder, entry.Family)).ToList();
        var whole = VectorMath.SquaredDistance(parts[0].Span, parts[2].Span);
        var left = VectorMath.SquaredDistance(parts[1].Span, parts[2].Span);
        return whole > 0 ? 1 - Math.Sqrt(left / whole) : 0;
    }
}
