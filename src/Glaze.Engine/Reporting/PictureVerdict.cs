using System.Globalization;
using Glaze.Cloaking.Audit;
using Glaze.Languages;

namespace Glaze.Engine.Reporting;

/// <summary>What a cloaked picture's audit says on the terminal, in one line.</summary>
/// <param name="Audit">What encoders see; null when nothing was changed, so that there is nothing to measure.</param>
internal sealed record PictureVerdict(ProtectionAudit? Audit)
{
    private readonly ProtectionVerdict? _verdict = Audit is null ? null : ProtectionVerdict.Of(Audit);

    /// <summary>Whether no pixel could be changed.</summary>
    public bool IsUnchanged => _verdict is null;

    /// <summary>Whether pixels were changed, but to no lasting effect.</summary>
    public bool IsHardlyProtected => _verdict is { Grade: ProtectionGrade.None };

    /// <summary>The line.</summary>
    /// <param name="name">What the picture is called.</param>
    public string Line(string name) => _verdict switch
    {
        null => $"{name}: not protected; nothing could be changed, since every pixel is transparent, masked out or held by its bound.",
        { Grade: ProtectionGrade.None } => $"{name}: hardly protected; {Figures(_verdict)}. Do not rely on this cloak (docs/limits.md).",
        _ => $"{name}: {Names.Of(_verdict.Grade)} protection; {Figures(_verdict)}.",
    };

    private static string Figures(ProtectionVerdict verdict)
    {
        var least = verdict.Weakest.Worst is { } worst ? $"; least is left on {verdict.Weakest.Family}, {Percent(worst.Shift)} after {Names.Of(worst.Purifier, Language.English)}" : string.Empty;
        var families = verdict.Families.Count > 1
            ? string.Join(", ", verdict.Families.Select(family => $"{family.Family} {Percent(family.Shift)}"))
            : Percent(verdict.Weakest.Shift);
        return $"encoders see it moved on the way to the target style: {families}{least}";
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Share.Percent(share):0} %");
}
