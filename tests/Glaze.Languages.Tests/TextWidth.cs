using System.Text.RegularExpressions;

namespace Glaze.Languages.Tests;

/// <summary>
/// How wide words are in the dialog's font (9 points, 12 pixels an em at 96 dpi): an estimate with room to spare,
/// since no system here has that font. Small letters count 6.5 pixels, capitals 7.8; ideographs, kana and Hangul syllables one em.
/// </summary>
internal static partial class TextWidth
{
    /// <summary>The width in pixels of a 96 dpi screen; access keys take no room.</summary>
    public static double Of(string words) => AccessKey().Replace(words, "${letter}").Sum(Of);

    private static double Of(char letter) => letter switch
    {
        >= '\u1100' => 12,
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ':' or ';' or '\'' or '(' or ')' or ' ' or '/' => 3.8,
        'm' or 'w' or 'M' or 'W' or '%' or '…' => 10.4,
        >= 'A' and <= 'Z' => 7.8,
        _ => 6.5,
    };

    // "&Word", and "(&W)" behind words of other scripts, which stays visible without its ampersand.
    [GeneratedRegex("&(?<letter>.)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AccessKey();
}
