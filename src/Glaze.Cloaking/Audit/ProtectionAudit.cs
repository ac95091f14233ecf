using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>
/// Measures what encoders see of a cloak: shift = 1 − ‖Φ(cloaked) − Φ(target)‖ / ‖Φ(original) − Φ(target)‖, without and with
/// purifiers applied to all three pictures. 0: the encoder sees the original; 1: it sees the target.
/// </summary>
/// <param name="Encoders">One entry per encoder asked.</param>
public sealed record ProtectionAudit(IReadOnlyList<EncoderAudit> Encoders)
{
    /// <summary>The purifier that leaves least, by the mean over encoders; null when none was tried.</summary>
    public PurifiedShift? Worst => Means().MinBy(mean => mean.Shift);

    /// <summary>Measures with four purifiers at a small size: a second or two on two cores.</summary>
    /// <param name="sessions">Sessions of the encoders to ask.</param>
    /// <param name="original">The untouched picture.</param>
    /// <param name="cloaked">The cloaked picture, same size.</param>
    /// <param name="target">Ω(x, T), any size.</param>
    /// <param name="cancellationToken">Stops between encoder runs.</param>
    /// <returns>The figures.</returns>
    public static ProtectionAudit Quick(
        SessionPool sessions, PixelBuffer original, PixelBuffer cloaked, PlanarImage target, CancellationToken cancellationToken) =>
        Measure(sessions, original, cloaked, target, Purifiers.Quick, AuditPictures.QuickSide, null, cancellationToken);

    /// <summary>Measures with all purifiers.</summary>
    /// <param name="sessions">Sessions of the encoders to ask.</param>
    /// <param name="original">The untouched picture.</param>
    /// <param name="cloaked">The cloaked picture, same size.</param>
    /// <param name="target">Ω(x, T), any size.</param>
    /// <param name="cancellationToken">Stops between encoder runs.</param>
    /// <returns>The figures.</returns>
    public static ProtectionAudit Full(
        SessionPool sessions, PixelBuffer original, PixelBuffer cloaked, PlanarImage target, CancellationToken cancellationToken) =>
        Full(sessions, original, cloaked, target, null, cancellationToken);

    /// <summary>Measures with all purifiers and says how far it is.</summary>
    /// <param name="sessions">Sessions of the encoders to ask.</param>
    /// <param name="original">The untouched picture.</param>
    /// <param name="cloaked">The cloaked picture, same size.</param>
    /// <param name="target">Ω(x, T), any size.</param>
    /// <param name="progress">Told the share that is done, 0..1; null for nobody.</param>
    /// <param name="cancellationToken">Stops between encoder runs.</param>
    /// <returns>The figures.</returns>
    public static ProtectionAudit Full(
        SessionPool sessions, PixelBuffer original, PixelBuffer cloaked, PlanarImage target, IProgress<double>? progress, CancellationToken cancellationToken) =>
        Measure(sessions, original, cloaked, target, Purifiers.All, AuditPictures.FullSide, progress, cancellationToken);

    /// <summary>The mean over encoders of what each purifier leaves.</summary>
    /// <returns>One entry per purifier.</returns>
    public IReadOnlyList<PurifiedShift> Means() => Encoders
        .SelectMany(encoder => encoder.Surviving)
        .GroupBy(shift => shift.Purifier)
        .Select(group => new PurifiedShift(group.Key, group.Average(shift => shift.Shift)))
        .ToList();

    private static ProtectionAudit Measure(
        SessionPool sessions,
        PixelBuffer original,
        PixelBuffer cloaked,
        PlanarImage target,
        IReadOnlyList<Purifier> purifiers,
        int longestSide,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        var small = WorkingImage.Shrink(original, longestSide);
        PlanarImage[] pictures = [small, WorkingImage.Shrink(cloaked, longestSide), Resampler.Resize(target, small.Width, small.Height)];
        var plain = Shifts(sessions, pictures, cancellationToken);
        var purified = purifiers
            .Select((purifier, i) =>
            {
                progress?.Report((i + 1.0) / (purifiers.Count + 1));
                return Shifts(sessions, [.. pictures.Select(purifier.Apply)], cancellationToken);
            })
            .ToList();
        return new ProtectionAudit([.. AuditPictures.Families(sessions.Ensemble).Select((entry, k) => new EncoderAudit(
            entry.Encoder.Name, plain[k], purifiers.Select((purifier, i) => new PurifiedShift(purifier, purified[i][k])).ToList())
        {
            Family = entry.Family.StandsFor,
        })]);
    }

    // Of original, cloaked, target, in this order: a shift for every family of every encoder.
    private static double[] Shifts(SessionPool sessions, PlanarImage[] pictures, CancellationToken cancellationToken)
    {
        var latents = pictures.Select(picture => AuditPictures.Latents(sessions, picture, cancellationToken)).ToList();
        return [.. AuditPictures.Families(sessions.Ensemble).Select(entry =>
        {
            var parts = latents.Select(latent => AuditPictures.Part(latent[entry.Index], entry.Encoder, entry.Family)).ToList();
            var whole = VectorMath.SquaredDistance(parts[0].Span, parts[2].Span);
            var left = VectorMath.SquaredDistance(parts[1].Span, parts[2].Span);
            return whole > 0 ? 1 - Math.Sqrt(left / whole) : 0;
        })];
    }
}
