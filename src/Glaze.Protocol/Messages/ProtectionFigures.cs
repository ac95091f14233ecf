namespace Glaze.Protocol.Messages;

/// <summary>What the audit found. Shifts: 0 = the encoder sees the original, 1 = it sees the target style.</summary>
/// <param name="Shift">The mean shift over the encoders optimised on.</param>
/// <param name="WorstSurvivingShift">The shift left after the purifier that removes most; null when not measured.</param>
/// <param name="WorstPurifier">That purifier, in the request's language; null when not measured.</param>
/// <param name="Encoders">Each encoder's own figure.</param>
/// <param name="Grade">The verdict in one word.</param>
/// <param name="Verdict">The verdict in two sentences, in the request's language; null when not judged.</param>
public sealed record ProtectionFigures(
    double Shift,
    double? WorstSurvivingShift,
    string? WorstPurifier,
    IReadOnlyList<EncoderShift> Encoders,
    ProtectionGrade Grade = ProtectionGrade.Unknown,
    string? Verdict = null)
{
    internal void Validate()
    {
        Require.Finite(Shift, "protection.shift");
        Require.Finite(WorstSurvivingShift, "protection.worstSurvivingShift");
        Require.Defined(Grade, "protection.grade");
        Require.List(Encoders, "protection.encoders");
        foreach (var encoder in Encoders)
        {
            Require.Finite(encoder.Shift, "protection.encoders.shift");
            Require.Finite(encoder.Surviving, "protection.encoders.surviving");
        }
    }
}
