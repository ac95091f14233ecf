using System.Drawing;

namespace GlazeEffectPlugin.Controls;

/// <summary>The dialog's colours, derived from the background the host gives the form. Those of text stand out from it by 4.5 to 1 or more.</summary>
internal sealed record ThemePalette(
    bool IsDark,
    Color Background,
    Color Surface,
    Color Text,
    Color SubtleText,
    Color Border,
    Color Track,
    Color Accent,
    Color AccentHover,
    Color OnAccent,
    Color Good,
    Color Warning,
    Color Error)
{
    /// <summary>The palette that fits a form with this background.</summary>
    public static ThemePalette For(Color background) =>
        background.GetBrightness() < 0.5f ? Dark(background) : Light(background);

    /// <summary>A colour between two: share 0 gives the first, 1 the second.</summary>
    public static Color Mix(Color first, Color second, double share)
    {
        int Channel(int a, int b) => (int)Math.Round(a + ((b - a) * share));
        return Color.FromArgb(Channel(first.R, second.R), Channel(first.G, second.G), Channel(first.B, second.B));
    }

    private static ThemePalette Light(Color background) => new(
        IsDark: false,
        Background: background,
        Surface: Mix(background, Color.FromArgb(0x20, 0x22, 0x38), 0.035),
        Text: Color.FromArgb(0x1B, 0x1C, 0x24),
        SubtleText: Color.FromArgb(0x5E, 0x61, 0x70),
        Border: Color.FromArgb(0xCF, 0xD1, 0xDB),
        Track: Color.FromArgb(0xDF, 0xE1, 0xEA),
        Accent: Color.FromArgb(0x4B, 0x50, 0xC6),
        AccentHover: Color.FromArgb(0x5A, 0x60, 0xDC),
        OnAccent: Color.White,
        Good: Color.FromArgb(0x10, 0x6B, 0x4A),
        Warning: Color.FromArgb(0x95, 0x57, 0x05),
        Error: Color.FromArgb(0xC4, 0x31, 0x3C));

    private static ThemePalette Dark(Color background) => new(
        IsDark: true,
        Background: background,
        Surface: Mix(background, Color.White, 0.055),
        Text: Color.FromArgb(0xF2, 0xF2, 0xF7),
        SubtleText: Color.FromArgb(0xA9, 0xAC, 0xBC),
        Border: Mix(background, Color.White, 0.2),
        Track: Mix(background, Color.White, 0.17),
        Accent: Color.FromArgb(0x8E, 0x94, 0xFF),
        AccentHover: Color.FromArgb(0xA6, 0xAB, 0xFF),
        OnAccent: Color.FromArgb(0x06, 0x07, 0x0F),
        Good: Color.FromArgb(0x4C, 0xC9, 0x9A),
        Warning: Color.FromArgb(0xF0, 0xB0, 0x4A),
        Error: Color.FromArgb(0xFF, 0x7B, 0x84));
}
