namespace Glaze.Cloaking.Audit;

/// <summary>What the encoders of one family see, on the mean.</summary>
/// <param name="Family">The family in users' words.</param>
/// <param name="Shift">How far the view moved toward the target.</param>
/// <param name="Worst">What the purifier that removes most leaves of it; null when none was tried.</param>
/// <param name="IsUnseen">Whether the cloak was computed on none of these encoders; null when nobody knows.</param>
public sealed record FamilyShift(string Family, double Shift, PurifiedShift? Worst, bool? IsUnseen)
{
    /// <summary>The lower of the two shifts.</summary>
    public double Least => Math.Min(Shift, Worst?.Shift ?? Shift);

    /// <summary>One entry per family, by the encoders that the cloak was not computed on where a family has any.</summary>
    /// <param name="audit">The figures; at least one encoder.</param>
    /// <returns>The families in the order of the audit.</returns>
    /// <exception cref="ArgumentException">The target was not known to the audit.</exception>
    public static IReadOnlyList<FamilyShift> Of(ProtectionAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        if (!audit.HasTarget)
        {
            throw new ArgumentException("Without the target nobody knows how far views moved toward it.", nameof(audit));
        }

        return [.. audit.Encoders.GroupBy(encoder => encoder.Family).Select(family =>
        {
            var unseen = family.Where(encoder => encoder.UsedForCloak == false).ToList();
            List<EncoderAudit> judges = unseen.Count > 0 ? unseen : [.. family];
            bool? isUnseen = unseen.Count > 0 ? true : family.All(encoder => encoder.UsedForCloak == true) ? false : null;
            return new FamilyShift(family.Key, judges.Average(encoder => encoder.Shift!.Value), WorstOf(judges), isUnseen);
        })];
    }

    // The purifier that leaves least, by the mean over encoders.
    private static PurifiedShift? WorstOf(IEnumerable<EncoderAudit> judges) => judges
        .SelectMany(encoder => encoder.Surviving)
        .GroupBy(left => left.Purifier)
        .Select(group => new PurifiedShift(group.Key, group.Average(left => left.Shift!.Value)))
        .MinBy(mean => mean.Shift);
}
