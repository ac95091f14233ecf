using System.Drawing;

namespace PaintDotNet;

/// <summary>What the editor's --theme option sets before the first window.</summary>
internal static class AppTheme
{
    public static bool IsDark { get; set; }

    public static Color BackColor => IsDark ? Color.FromArgb(32, 32, 32) : Color.FromArgb(255, 255, 255);

    public static Color ForeColor => IsDark ? Color.FromArgb(255, 255, 255) : Color.FromArgb(0, 0, 0);
}
