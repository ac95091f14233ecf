using Glaze.Client.Resources;
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

    public static MeterReading Unmeasured { get; } = new(null, new UserText(TextKey.ProtectionUnknown));

    /// <summary>How visible the change is: 50 dB and above is an empty meter, 25 dB and below a full one.</summary>
    public static MeterReading Read(VisibleChange change)
    {
        if (change.PsnrDecibels is not { } psnr)
        {
            return new MeterReading(0, new UserText(TextKey.ChangeNone));
        }

        var verdict = psnr switch
        {
            >= 45 => TextKey.ChangeInvisible,
            >= 38 => TextKey.ChangeSubtle,
            >= 32 => TextKey.ChangeNoticeable,
            _ => TextKey.ChangeVisible,
        };
        var level = Math.Clamp((InvisiblePsnr - psnr) / (InvisiblePsnr - VisiblePsnr), 0, 1);
        return new MeterReading(level, new UserText(verdict), new UserText(TextKey.ChangeFigures, psnr, change.MaxLevels));
    }

    /// <summary>How strong the protection is, as the engine judged it: by encoders not optimised on where known, and by the worst clean-up.</summary>
    public static MeterReading Read(ProtectionFigures? protection)
    {
        if (protection is null)
        {
            return Unmeasured;
        }

        var shift = protection.UnseenShift ?? protection.Shift;
        var judged = Math.Min(shift, protection.WorstSurvivingShift ?? shift);
        var verdict = protection.Grade switch
        {
            ProtectionGrade.Strong => TextKey.ProtectionStrong,
            ProtectionGrade.Moderate => TextKey.ProtectionModerate,
            ProtectionGrade.Weak => TextKey.ProtectionWeak,
            ProtectionGrade.None => TextKey.ProtectionNone,
            _ => TextKey.ProtectionUnknown,
        };
        var figures = protection is { WorstSurvivingShift: { } worst, WorstPurifier: { } purifier }
            ? new UserText(TextKey.ProtectionFiguresWorst, 100 * protection.Shift, 100 * worst, purifier)
            : new UserText(TextKey.ProtectionFigures, 100 * protection.Shift);
        var detail = protection.Verdict is { } sentences ? new UserText(TextKey.ProtectionDetail, sentences) : null;
        return new MeterReading(Math.Clamp(judged / FullShift, 0, 1), new UserText(verdict), figures, detail);
    }
}
