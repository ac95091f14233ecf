using Glaze.Cloaking.Audit;
using Glaze.Languages;

namespace Glaze.Engine.Jobs;

/// <summary>What the figures of an audit mean, in two or three sentences.</summary>
internal static class VerdictText
{
    public static string Of(ProtectionVerdict verdict, Language language)
    {
        var grade = language[$"verdict.{verdict.Grade}"];
        var weakest = verdict.Weakest;
        var left = weakest.Worst is { } worst
            ? language.Format("verdict.AfterWorst", Share.Percent(worst.Shift), Names.Of(worst.Purifier, language))
            : string.Empty;
        var basis = language[weakest.IsUnseen switch
        {
            false => "verdict.OnUsedEncoders",
            true => "verdict.OnOtherEncoders",
            null => "verdict.OnUnknownEncoders",
        }];
        if (verdict.Families.Count == 1)
        {
            return language.Format("verdict.OneFamily", grade, Share.Percent(weakest.Shift), left, basis);
        }

        var families = string.Join(
            language["verdict.FamilySeparator"],
            verdict.Families.Select(family => language.Format("verdict.Family", family.Family, Share.Percent(family.Shift))));
        return language.Format("verdict.ManyFamilies", grade, weakest.Family, Share.Percent(weakest.Shift), left, families, basis);
    }
}
