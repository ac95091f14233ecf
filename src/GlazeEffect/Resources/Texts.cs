using System.Globalization;
using Glaze.Languages;

namespace GlazeEffectPlugin.Resources;

/// <summary>The dialog's captions: the <c>dialog</c> words of each language. What the engine and its client say comes from them.</summary>
internal static class Texts
{
    public static string EffectName => Get(nameof(EffectName));

    public static string SubmenuName => Get(nameof(SubmenuName));

    public static string IntensityLabel => Get(nameof(IntensityLabel));

    public static string IntensityLow => Get(nameof(IntensityLow));

    public static string IntensityMedium => Get(nameof(IntensityMedium));

    public static string IntensityHigh => Get(nameof(IntensityHigh));

    public static string QualityLabel => Get(nameof(QualityLabel));

    public static string QualityFast => Get(nameof(QualityFast));

    public static string QualityBalanced => Get(nameof(QualityBalanced));

    public static string QualityBest => Get(nameof(QualityBest));

    public static string StyleLabel => Get(nameof(StyleLabel));

    public static string DeviceLabel => Get(nameof(DeviceLabel));

    public static string DeviceAutomatic => Get(nameof(DeviceAutomatic));

    public static string VisibleChange => Get(nameof(VisibleChange));

    public static string Protection => Get(nameof(Protection));

    public static string Compare => Get(nameof(Compare));

    public static string WholePicture => Get(nameof(WholePicture));

    public static string ActualSize => Get(nameof(ActualSize));

    public static string RestoreDefaults => Get(nameof(RestoreDefaults));

    public static string Accept => Get(nameof(Accept));

    public static string Cancel => Get(nameof(Cancel));

    public static string ReadingLayer => Get(nameof(ReadingLayer));

    public static string PictureTooLarge => Get(nameof(PictureTooLarge));

    public static string TookTooLong => Get(nameof(TookTooLong));

    public static string ViewOriginal => Get(nameof(ViewOriginal));

    public static string ViewCloaked => Get(nameof(ViewCloaked));

    public static string ViewModel => Get(nameof(ViewModel));

    public static string ViewHelp => Get(nameof(ViewHelp));

    public static string FlatLabel => Get(nameof(FlatLabel));

    public static string FlatClean => Get(nameof(FlatClean));

    public static string FlatGrain => Get(nameof(FlatGrain));

    public static string FlatHelp => Get(nameof(FlatHelp));

    public static string ProtectAgainst => Get(nameof(ProtectAgainst));

    public static string EncodersChange => Get(nameof(EncodersChange));

    public static string EncodersUsual => Get(nameof(EncodersUsual));

    public static string HelpButton => Get(nameof(HelpButton));

    public static string CopyDetails => Get(nameof(CopyDetails));

    public static string CopyDetailsHelp => Get(nameof(CopyDetailsHelp));

    public static string DetailsCopied => Get(nameof(DetailsCopied));

    /// <summary>How many encoders are chosen.</summary>
    public static string EncodersChosen(int count) => Fill("EncodersChosen", count.ToString(CultureInfo.CurrentCulture));

    /// <summary>What a screen reader says of the style list.</summary>
    public static string StylePictures(int count) => Fill("StylePictures", count.ToString(CultureInfo.CurrentCulture));

    private static string Fill(string name, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, Get(name), arguments);

    private static string Get(string name) => Language.Of(CultureInfo.CurrentUICulture)["dialog." + name];
}
