using System.Globalization;

namespace Glaze.Cloaking.Audit;

/// <summary>What the figures of an audit mean, in plain words and never more than was measured.</summary>
/// <param name="Grade">One word.</param>
/// <param name="Shift">Mean shift over the encoders judged by.</param>
/// <param name="Worst">What the purifier that removes most leaves of it; null when none was tried.</param>
/// <param name="English">Two sentences.</param>
/// <param name="Japanese">The same in Japanese.</param>
public sealed record ProtectionVerdict(ProtectionGrade Grade, double Shift, PurifiedShift? Worst, string English, string Japanese)
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

    /// <summary>Judges an audit: by the encoders that the cloak was not computed on when there are any, and by the worst purifier.</summary>
    /// <param name="audit">The figures; at least one encoder.</param>
    /// <returns>The verdict.</returns>
    public static ProtectionVerdict Of(ProtectionAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        var unseen = audit.Encoders.Where(encoder => encoder.UsedForCloak == false).ToList();
        var judged = new ProtectionAudit(unseen.Count > 0 ? unseen : audit.Encoders);
        var shift = judged.Encoders.Average(encoder => encoder.Shift);
        var worst = judged.Worst;
        var least = Math.Min(shift, worst?.Shift ?? shift);
        var grade = least switch
        {
            >= StrongFrom => ProtectionGrade.Strong,
            >= ModerateFrom => ProtectionGrade.Moderate,
            >= NoneBelow => ProtectionGrade.Weak,
            _ => ProtectionGrade.None,
        };
        bool? isUsed = unseen.Count > 0 ? false : audit.Encoders.All(encoder => encoder.UsedForCloak == true) ? true : null;
        return new ProtectionVerdict(grade, shift, worst, InEnglish(grade, shift, worst, isUsed), InJapanese(grade, shift, worst, isUsed));
    }

    private static string InEnglish(ProtectionGrade grade, double shift, PurifiedShift? worst, bool? isUsed)
    {
        var opening = grade switch
        {
            ProtectionGrade.None => "No lasting cloak",
            ProtectionGrade.Weak => "Weak",
            ProtectionGrade.Moderate => "Moderate",
            _ => "Strong",
        };
        var left = worst is null
            ? string.Empty
            : $", and {Percent(worst.Shift)} after the treatment that removes most ({worst.Purifier.DisplayName})";
        var basis = isUsed switch
        {
            true => "Measured on the encoders that the cloak was computed on; others are moved less.",
            false => "Measured on encoders that the cloak was not computed on.",
            null => "Whether the cloak was computed on these encoders is not known.",
        };
        return $"{opening}: encoders see the picture moved {Percent(shift)} of the way to the target style{left}. {basis}";
    }

    private static string InJapanese(ProtectionGrade grade, double shift, PurifiedShift? worst, bool? isUsed)
    {
        var opening = grade switch
        {
            ProtectionGrade.None => "残る効果はありません",
            ProtectionGrade.Weak => "弱い",
            ProtectionGrade.Moderate => "中程度",
            _ => "強い",
        };
        var left = worst is null ? string.Empty : $"、最も強く取り除く処理（{worst.Purifier.JapaneseName}）の後では {Percent(worst.Shift)}";
        var basis = isUsed switch
        {
            true => "クロークの計算に使ったエンコーダーでの値で、ほかのエンコーダーでは小さくなります。",
            false => "クロークの計算に使っていないエンコーダーでの値です。",
            null => "これらのエンコーダーがクロークの計算に使われたかどうかは不明です。",
        };
        return $"{opening}: エンコーダーから見た移動は目標の画風までの {Percent(shift)}{left}です。{basis}";
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
