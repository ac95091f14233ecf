using Glaze.Cloaking.Audit;

namespace Glaze.Engine.Reporting;

/// <summary>What one family of models sees of the cloak, and what the purifier that removes most leaves of it.</summary>
internal sealed record FamilyReport(string Family, string Grade, double Shift, string? WorstPurifier, double? WorstShift)
{
    public static FamilyReport Create(FamilyShift family) => new(
        family.Family,
        Names.Of(ProtectionVerdict.GradeOf(family.Least)),
        Math.Round(family.Shift, 4),
        family.Worst?.Purifier.Name,
        family.Worst is { } worst ? Math.Round(worst.Shift, 4) : null);
}
