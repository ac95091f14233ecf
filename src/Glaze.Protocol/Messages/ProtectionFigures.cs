namespace Glaze.Protocol.Messages;

/// <summary>What the audit found. Shifts: 0 = the encoder sees the original, 1 = it sees the target style.</summary>
/// <param name="Shift">The mean shift over the encoders optimised on.</param>
/// <param name="WorstSurvivingShift">The shift left after the purifier that removes most; null when not measured.</param>
/// <param name="WorstPurifier">That purifier, in the request's language; null when not measured.</param>
/// <param name="Families">What each family sees; the verdict is that of the one that is worst off.</param>
/// <param name="Grade">The verdict in one word.</param>
/// <param name="Verdict">The verdict in two sentences, in the request's language; null when not judged.</param>
public sealed record ProtectionFigures(
    double Shift,
    double? WorstSurvivingShift,
    string? WorstPurifier,
    IReadOnlyList<FamilyFigures> Families,
    ProtectionGrade Grade = ProtectionGrade.Unknown,
    string? Verdict = null)
{
    internal void Validate()
    {
        Require.Finite(Shift, "protection.shift");
        Require.Finite(WorstSurvivingShift, "protection.worstSurvivingShift");
        Require.Defined(Grade, "protection.grade");
        Require.List(Families, "protection.families");
        foreach (var family in Families)
        {
            Require.Finite(family.Shift, "protection.families.shift");
            Require.Finite(family.Surviving, "protection.families.surviving");
            Require.Defined(family.Grade, "protection.families.grade");
        }
    }
}
