namespace Glaze.Protocol.Messages;

/// <summary>What the encoders of one family of models see, by those that the cloak was not optimised on where the family has any.</summary>
/// <param name="Family">The family in words an artist knows, for example "SDXL".</param>
/// <param name="Shift">How far their view of the picture moved toward the target style: 0 = not at all, 1 = all the way.</param>
/// <param name="Surviving">What is left of the shift after the purifier that removes most; null when not measured.</param>
/// <param name="Grade">That in one word.</param>
public sealed record FamilyFigures(string Family, double Shift, double? Surviving = null, ProtectionGrade Grade = ProtectionGrade.Unknown);
