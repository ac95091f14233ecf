namespace Glaze.Imaging.Painterly;

/// <summary>Capital letters, digits and a few signs, five dots wide and seven high, for labels on pictures.</summary>
internal static class BitmapFont
{
    /// <summary>Dots from one letter to the next.</summary>
    internal const int Advance = 6;

    /// <summary>Height of a letter in dots.</summary>
    internal const int Rows = 7;

    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";

    // Seven rows of five bits per sign, the leftmost dot in the highest bit, one base-32 digit (0-9, A-V) a row.
    private static readonly string[] Glyphs =
    [
        "EHHVHHH", "UHHUHHU", "EHGGGHE", "UHHHHHU", "VGGUGGV", "VGGUGGG", "EHGNHHF", "HHHVHHH", "E44444E", "7222IIC",
        "HIKOKIH", "GGGGGGV", "HRLLHHH", "HPLLJHH", "EHHHHHE", "UHHUGGG", "EHHHLID", "UHHUKIH", "FGGE11U", "V444444",
        "HHHHHHE", "HHHHHA4", "HHHLLRH", "HHA4AHH", "HHA4444", "V1248GV", "EHJLPHE", "4C4444E", "EH1248V", "V2421HE",
        "26AIV22", "VGU11HE", "68GUHHE", "V124888", "EHHEHHE", "EHHF12C", "000E000", "00000CC",
    ];

    /// <summary>Width of a text in dots.</summary>
    internal static int Width(string text) => Advance * text.Length;

    /// <summary>Draws a text in one colour.</summary>
    /// <param name="target">Where to draw; dots outside are left out.</param>
    /// <param name="text">Lower case is drawn as capitals, unknown signs as gaps.</param>
    /// <param name="x">Left edge in pixels.</param>
    /// <param name="y">Top edge in pixels.</param>
    /// <param name="size">Pixels per dot.</param>
    /// <param name="grey">Brightness of the letters.</param>
    internal static void Draw(PixelBuffer target, string text, int x, int y, int size, byte grey)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var sign = Signs.IndexOf(char.ToUpperInvariant(text[i]), StringComparison.Ordinal);
            for (var dot = 0; sign >= 0 && dot < 5 * Rows; dot++)
            {
                var digit = Glyphs[sign][dot / 5];
                var bits = digit <= '9' ? digit - '0' : digit - 'A' + 10;
                if ((bits & (16 >> (dot % 5))) != 0)
                {
                    Fill(target, x + (((i * Advance) + (dot % 5)) * size), y + (dot / 5 * size), size, grey);
                }
            }
        }
    }

    private static void Fill(PixelBuffer target, int x, int y, int size, byte grey)
    {
        for (var row = Math.Max(0, y); row < Math.Min(target.Height, y + size); row++)
        {
            for (var column = Math.Max(0, x); column < Math.Min(target.Width, x + size); column++)
            {
                target.Rgba.AsSpan(4 * ((row * target.Width) + column), 3).Fill(grey);
            }
        }
    }
}
