using Glaze.Cloaking.Audit;
using Glaze.Engine.Jobs;
using Glaze.Languages;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>An audit in the protocol's words.</summary>
internal static class ProtectionMessages
{
    public static ProtectionFigures Of(ProtectionAudit audit, Language language)
    {
        var verdict = ProtectionVerdict.Of(audit);
        var worst = verdict.Weakest.Worst;
        return new ProtectionFigures(
            audit.Encoders.Where(encoder => encoder.UsedForCloak == true).Average(encoder => encoder.Shift!.Value),
            worst?.Shift,
            worst is { } purifier ? Names.Of(purifier.Purifier, language) : null,
            verdict.Families.Select(family => new FamilyFigures(family.Family, family.Shift, family.Worst?.Shift, Grade(ProtectionVerdict.GradeOf(family.Least)))).ToList(),
            Grade(verdict.Grade),
            VerdictText.Of(verdict, language));
    }

    private static Protocol.Messages.ProtectionGrade Grade(Cloaking.Audit.ProtectionGrade grade) => grade switch
    {
        Cloaking.Audit.ProtectionGrade.Strong => Protocol.Messages.ProtectionGrade.Strong,
        Cloaking.Audit.ProtectionGrade.Moderate => Protocol.Messages.ProtectionGrade.Moderate,
        Cloaking.Audit.ProtectionGrade.Weak => Protocol.Messages.ProtectionGrade.Weak,
        _ => Protocol.Messages.ProtectionGrade.None,
    };
}
