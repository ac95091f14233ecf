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
    public static IReadOnlyList<FamilyShift> Of(ProtectionAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return [.. audit.Encoders.GroupBy(encoder => encoder.Family).Select(family =>
        {
            var unseen = family.Where(encoder => encoder.UsedForCloak == false).ToList();
            var judged = new ProtectionAudit(unseen.Count > 0 ? unseen : [.. family]);
            bool? isUnseen = unseen.Count > 0 ? true : family.All(encoder => encoder.UsedForCloak == true) ? false : null;
            return new FamilyShift(family.Key, judged.Encoders.Average(encoder => encoder.Shift), judged.Worst, isUnseen);
        })];
    }
}
