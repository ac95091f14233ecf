using System.Globalization;

namespace Glaze.Cloaking.Audit;

/// <summary>What the figures of an audit mean, in plain words and never more than was measured.</summary>
/// <param name="Grade">One word.</param>
/// <param name="Families">What each family sees; the grade is that of the one that is worst off.</param>
/// <param name="English">Two or three sentences.</param>
/// <param name="Japanese">The same in Japanese.</param>
public sealed record ProtectionVerdict(ProtectionGrade Grade, IReadOnlyList<FamilyShift> Families, string English, string Japanese)
{
    /// <summary>Below this a shift is no more than what JPEG, resizing and the like do to a picture that has no cloak.</summary>
    public const double NoneBelow = 0.02;

    /// <summary>From here on a cloak counts as moderate.</summary>
    public const double ModerateFrom = 0.06;

    /// <summary>From here on a cloak counts as strong.</summary>
    public const double StrongFrom = 0.15;

    /// <summary>What no cloak known today withstands, in English.</summary>
    public const string NotProtectedEnglish =
        "No cloak withstands everything. Redrawing the picture with a diffusion model before training on it, or retraining the encoder on " +
        "cloaked pictures, removes most of any cloak known today; and pictures that were published without a cloak teach your style as " +
        "before. Whether a trained model fails to imitate you was not measured here.";

    /// <summary>The same in Japanese.</summary>
    public const string NotProtectedJapanese =
        "すべてに耐えるクロークはありません。学習の前に拡散モデルで画像を描き直すか、クローク済みの画像でエンコーダーを再学習させれば、" +
        "現在知られているどのクロークもほとんど取り除かれます。クロークなしで公開済みの作品は、これまでどおり画風を学習させます。" +
        "学習したモデルが実際に模倣に失敗するかどうかは、ここでは測っていません。";

    /// <summary>The family that is worst off.</summary>
    public FamilyShift Weakest => Families.MinBy(family => family.Least)!;

    /// <summary>Judges an audit: by the family that is worst off, by encoders that the cloak was not computed on where it has any, and by the worst purifier.</summary>
    /// <param name="audit">The figures; at least one encoder.</param>
    /// <returns>The verdict.</returns>
    public static ProtectionVerdict Of(ProtectionAudit audit)
    {
        var families = FamilyShift.Of(audit);
        var weakest = families.MinBy(family => family.Least)!;
        var grade = GradeOf(weakest.Least);
        return new ProtectionVerdict(grade, families, InEnglish(grade, weakest, families), InJapanese(grade, weakest, families));
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

    private static string InEnglish(ProtectionGrade grade, FamilyShift weakest, IReadOnlyList<FamilyShift> families)
    {
        var opening = grade switch
        {
            ProtectionGrade.None => "No lasting cloak",
            ProtectionGrade.Weak => "Weak",
            ProtectionGrade.Moderate => "Moderate",
            _ => "Strong",
        };
        var left = weakest.Worst is { } worst
            ? $", and {Percent(worst.Shift)} after the treatment that removes most ({worst.Purifier.DisplayName})"
            : string.Empty;
        var basis = weakest.IsUnseen switch
        {
            false => "Measured on the encoders that the cloak was computed on; others are moved less.",
            true => "Measured on encoders that the cloak was not computed on.",
            null => "Whether the cloak was computed on these encoders is not known.",
        };
        var who = families.Count > 1 ? $"{weakest.Family}, which is moved least, sees" : "encoders see";
        var all = families.Count > 1 ? $" {string.Join(", ", families.Select(family => $"{family.Family} {Percent(family.Shift)}"))}." : string.Empty;
        return $"{opening}: {who} the picture moved {Percent(weakest.Shift)} of the way to the target style{left}.{all} {basis}";
    }

    private static string InJapanese(ProtectionGrade grade, FamilyShift weakest, IReadOnlyList<FamilyShift> families)
    {
        var opening = grade switch
        {
            ProtectionGrade.None => "残る効果はありません",
            ProtectionGrade.Weak => "弱い",
            ProtectionGrade.Moderate => "中程度",
            _ => "強い",
        };
        var left = weakest.Worst is { } worst ? $"、最も強く取り除く処理（{worst.Purifier.JapaneseName}）の後では {Percent(worst.Shift)}" : string.Empty;
        var basis = weakest.IsUnseen switch
        {
            false => "クロークの計算に使ったエンコーダーでの値で、ほかのエンコーダーでは小さくなります。",
            true => "クロークの計算に使っていないエンコーダーでの値です。",
            null => "これらのエンコーダーがクロークの計算に使われたかどうかは不明です。",
        };
        var who = families.Count > 1 ? $"最も動きの小さい {weakest.Family} " : "エンコーダー";
        var all = families.Count > 1 ? $"{string.Join("、", families.Select(family => $"{family.Family} {Percent(family.Shift)}"))}。" : string.Empty;
        return $"{opening}: {who}から見た移動は目標の画風までの {Percent(weakest.Shift)}{left}です。{all}{basis}";
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
