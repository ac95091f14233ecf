using Glaze.Client.Resources;
using Glaze.Languages;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Dialog;

/// <summary>Audit figures as meters.</summary>
internal static class Meters
{
    // PSNR at the empty and at the full end of the meter, in dB.
    private const double InvisiblePsnr = 50;
    private const double VisiblePsnr = 25;

    // The shift at the full end of the meter: what the engine calls strong.
    private const double FullShift = 0.3;

    public static MeterReading Unmeasured { get; } = new(null, MeterMood.Poor, new UserText(TextKey.ProtectionUnknown));

    /// <summary>How visible the change is: 50 dB and above is an empty meter, 25 dB and below a full one.</summary>
    public static MeterReading Read(VisibleChange change)
    {
        if (change.PsnrDecibels is not { } psnr)
        {
            return new MeterReading(0, MeterMood.Good, new UserText(TextKey.ChangeNone));
        }

        var (verdict, mood) = change.Visibility switch
        {
            Visibility.Invisible => (TextKey.ChangeInvisible, MeterMood.Good),
            Visibility.Subtle => (TextKey.ChangeSubtle, MeterMood.Good),
            Visibility.Noticeable => (TextKey.ChangeNoticeable, MeterMood.Fair),
            _ => (TextKey.ChangeVisible, MeterMood.Poor),
        };
        var level = Math.Clamp((InvisiblePsnr - psnr) / (InvisiblePsnr - VisiblePsnr), 0, 1);
        return new MeterReading(level, mood, new UserText(verdict), new UserText(TextKey.ChangeFigures, psnr, change.MaxLevels));
    }

    /// <summary>What each family sees, as the engine judged it after the worst clean-up; and what the cloak was computed on.</summary>
    public static IReadOnlyList<FamilyReading> Families(ProtectionFigures protection, IReadOnlyList<string> computedOn) =>
    [
        .. protection.Families.Select(family => new FamilyReading(
            family.Family,
            Level(family.Shift, family.Surviving),
            MoodOf(family.Grade),
            new UserText(family.Grade switch
            {
                ProtectionGrade.Strong => TextKey.FamilyStrong,
                ProtectionGrade.Moderate => TextKey.FamilyModerate,
                ProtectionGrade.Weak => TextKey.FamilyWeak,
                _ => TextKey.FamilyNone,
            }),
            new UserText(TextKey.FamilyDetail, family.Family, Share.Percent(family.Shift), Share.Percent(family.Surviving ?? family.Shift), string.Join(", ", computedOn)))),
    ];

    /// <summary>How strong the protection is, as the engine judged it, the worst clean-up included.</summary>
    public static MeterReading Read(ProtectionFigures? protection)
    {
        if (protection is null)
        {
            return Unmeasured;
        }

        var verdict = protection.Grade switch
        {
            ProtectionGrade.Strong => TextKey.ProtectionStrong,
            ProtectionGrade.Moderate => TextKey.ProtectionModerate,
            ProtectionGrade.Weak => TextKey.ProtectionWeak,
            ProtectionGrade.None => TextKey.ProtectionNone,
            _ => TextKey.ProtectionUnknown,
        };
        var figures = protection is { WorstSurvivingShift: { } worst, WorstPurifier: { } purifier }
            ? new UserText(TextKey.ProtectionFiguresWorst, Share.Percent(protection.Shift), Share.Percent(worst), purifier)
            : new UserText(TextKey.ProtectionFigures, Share.Percent(protection.Shift));
        var detail = protection.Verdict is { } sentences ? new UserText(TextKey.ProtectionDetail, sentences) : null;
        return new MeterReading(Level(protection.Shift, protection.WorstSurvivingShift), MoodOf(protection.Grade), new UserText(verdict), figures, detail);
    }

    // The engine grades by the lesser of the two.
    private static double Level(double shift, double? surviving) => Math.Clamp(Math.Min(shift, surviving ?? shift) / FullShift, 0, 1);

    private static MeterMood MoodOf(ProtectionGrade grade) => grade switch
    {
        ProtectionGrade.Strong => MeterMood.Good,
        ProtectionGrade.Moderate => MeterMood.Fair,
        _ => MeterMood.Poor,
    };
}
