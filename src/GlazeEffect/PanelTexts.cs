using System.Globalization;
using Glaze.Languages;

namespace GlazeEffectPlugin;

/// <summary>The captions of the panel of encoders.</summary>
internal static class PanelTexts
{
    public static string Title => Get(nameof(Title));

    public static string Intro => Get(nameof(Intro));

    public static string Install => Get(nameof(Install));

    public static string Resume => Get(nameof(Resume));

    public static string Pause => Get(nameof(Pause));

    public static string GiveUp => Get(nameof(GiveUp));

    public static string Remove => Get(nameof(Remove));

    public static string Verify => Get(nameof(Verify));

    public static string FromFile => Get(nameof(FromFile));

    public static string Close => Get(nameof(Close));

    public static string Files => Get(nameof(Files));

    /// <summary>What the artist agrees to before anything is fetched.</summary>
    public static string Agree(string family, string size, string host, string licence, string address) =>
        string.Format(CultureInfo.CurrentCulture, Get(nameof(Agree)), family, size, host, licence, address);

    private static string Get(string name) => Language.Of(CultureInfo.CurrentUICulture)["panel." + name];
}
