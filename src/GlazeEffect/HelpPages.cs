using System.Globalization;
using Glaze.Languages;

namespace GlazeEffectPlugin;

/// <summary>The documentation that is installed with the plugin, one page a language, readable without a network.</summary>
internal static class HelpPages
{
    /// <summary>The page in the artist's language, else in English; null when neither lies beside the plugin.</summary>
    public static Uri? Uri
    {
        get
        {
            var folder = Path.Combine(Path.GetDirectoryName(typeof(HelpPages).Assembly.Location) ?? "", "help");
            string[] pages = [Page(Language.Of(CultureInfo.CurrentUICulture).Tag), Page(Language.English.Tag)];
            return pages.Where(File.Exists).Select(page => new Uri(page)).FirstOrDefault();

            string Page(string tag) => Path.Combine(folder, tag + ".html");
        }
    }
}
