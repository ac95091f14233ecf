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

    // The shift at the full end of the meter: twice what the engine calls strong; moderate begins at a fifth of it.
    private const double FullShift = 0.3;

    // The engine's own bounds (docs/algorithm.md): what a family sees counts as strong, moderate or weak from here on.
    private const double Strong = 0.15;
    private const double Moderate = 0.06;
    private const double Weak = 0.02;

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

    /// <summary>What each family sees, the worst of its encoders after the worst clean-up; and what the cloak was computed on.</summary>
    public static IReadOnlyList<FamilyReading> Families(ProtectionFigures protection, IReadOnlyList<string> computedOn) =>
    [
        .. protection.Encoders.Where(encoder => encoder.Family is not null).GroupBy(encoder => encoder.Family!, StringComparer.Ordinal).Select(family =>
        {
            // As the engine judges: by encoders that the cloak was not computed on, where there are any.
            var judges = family.Any(encoder => !encoder.Optimized) ? family.Where(encoder => !encoder.Optimized) : family;
            var moved = judges.Min(encoder => encoder.Shift);
            var left = judges.Min(encoder => encoder.Surviving ?? encoder.Shift);
            var (verdict, mood) = left switch
            {
                >= Strong => (TextKey.FamilyStrong, MeterMood.Good),
                >= Moderate => (TextKey.FamilyModerate, MeterMood.Fair),
                >= Weak => (TextKey.FamilyWeak, MeterMood.Poor),
                _ => (TextKey.FamilyNone, MeterMood.Poor),
            };
            return new FamilyReading(
                family.Key,
                Math.Clamp(left / FullShift, 0, 1),
                mood,
                new UserText(verdict),
                new UserText(TextKey.FamilyDetail, family.Key, Share.Percent(moved), Share.Percent(left), string.Join(", ", computedOn)));
        }),
    ];

    /// <summary>How strong the protection is, as the engine judged it, the worst clean-up included.</summary>
    public static MeterReading Read(ProtectionFigures? protection)
    {
        if (protection is null)
        {
            return Unmeasured;
        }

        var judged = Math.Min(protection.Shift, protection.WorstSurvivingShift ?? protection.Shift);
        var (verdict, mood) = protection.Grade switch
        {
            ProtectionGrade.Strong => (TextKey.ProtectionStrong, MeterMood.Good),
            ProtectionGrade.Moderate => (TextKey.ProtectionModerate, MeterMood.Fair),
            ProtectionGrade.Weak => (TextKey.ProtectionWeak, MeterMood.Poor),
            ProtectionGrade.None => (TextKey.ProtectionNone, MeterMood.Poor),
            _ => (TextKey.ProtectionUnknown, MeterMood.Poor),
        };
        var figures = protection is { WorstSurvivingShift: { } worst, WorstPurifier: { } purifier }
            ? new UserText(TextKey.ProtectionFiguresWorst, Share.Percent(protection.Shift), Share.Percent(worst), purifier)
            : new UserText(TextKey.ProtectionFigures, Share.Percent(protection.Shift));
        var detail = protection.Verdict is { } sentences ? new UserText(TextKey.ProtectionDetail, sentences) : null;
        return new MeterReading(Math.Clamp(judged / FullShift, 0, 1), mood, new UserText(verdict), figures, detail);
    }
}
