namespace Glaze.Cloaking.Audit;

/// <summary>What the figures of an audit mean: a grade, never better than was measured.</summary>
/// <param name="Grade">One word.</param>
/// <param name="Families">What each family sees; the grade is that of the one that is worst off.</param>
public sealed record ProtectionVerdict(ProtectionGrade Grade, IReadOnlyList<FamilyShift> Families)
{
    /// <summary>Below this a shift is no more than what JPEG, resizing and the like do to a picture that has no cloak.</summary>
    public const double NoneBelow = 0.02;

    /// <summary>From here on a cloak counts as moderate: in our experiment a cloak of 0.31 undid a quarter of mimicry, lesser ones no more than noise did (docs/mimicry.md).</summary>
    public const double ModerateFrom = 0.3;

    /// <summary>From here on a cloak counts as strong: latents moved so far straight to the target made mimics paint like it; no cloak has got there.</summary>
    public const double StrongFrom = 0.5;

    /// <summary>The family that is worst off.</summary>
    public FamilyShift Weakest => Families.MinBy(family => family.Least)!;

    /// <summary>Judges an audit: by the family that is worst off, by encoders that the cloak was not computed on where it has any, and by the worst purifier.</summary>
    /// <param name="audit">The figures; at least one encoder.</param>
    /// <returns>The verdict.</returns>
    public static ProtectionVerdict Of(ProtectionAudit audit)
    {
        var families = FamilyShift.Of(audit);
        return new ProtectionVerdict(GradeOf(families.Min(family => family.Least)), families);
    }

    /// <summary>The grade of a shift.</summary>
    /// <param name="shift">The least that is left of it.</param>
    public static ProtectionGrade GradeOf(double shift) => shift switch
    {
        >= StrongFrom => ProtectionGrade.Strong,
        >= ModerateFrom => ProtectionGrade.Moderate,
        >= NoneBelow => ProtectionGrade.Weak,
        _ => ProtectionGrade.None,
    };
}
