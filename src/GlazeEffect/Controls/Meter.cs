using System.ComponentModel;
using System.Drawing;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>A titled bar with a few words beside it and a sentence below.</summary>
internal sealed class Meter : ThemedControl
{
    private double? _fraction;
    private string _verdict = "";
    private Color _fill = Color.Gray;

    public Meter() => AccessibleRole = AccessibleRole.Indicator;

    /// <summary>The sentence below the bar.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public string Hint { get; private set; } = "";

    /// <summary>The height that holds title, bar and hint of the given number of lines, in pixels.</summary>
    public int HeightFor(int hintLines) => Dips(14) + (Font.Height * (1 + hintLines));

    /// <summary>Shows a value from 0 to 1, or an empty bar for null.</summary>
    public void Show(double? fraction, string verdict, string hint, Color fill)
    {
        _fraction = fraction is { } value ? Math.Clamp(value, 0, 1) : null;
        _verdict = verdict;
        Hint = hint;
        _fill = fill;
        AccessibleDescription = $"{verdict}. {hint}";
        Invalidate();
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        var graphics = e.Graphics;
        var line = new Rectangle(0, 0, Width, Font.Height);
        const TextFormatFlags OneLine = TextFormatFlags.SingleLine | TextFormatFlags.NoPadding | TextFormatFlags.EndEllipsis;
        TextRenderer.DrawText(graphics, Text, Font, line, Palette.Text, OneLine | TextFormatFlags.Left);
        TextRenderer.DrawText(
            graphics, _verdict, Font, line, _fraction is null ? Palette.SubtleText : _fill, OneLine | TextFormatFlags.Right);
        float thickness = Dips(6);
        var track = new RectangleF(0, Font.Height + Dips(4), Width, thickness);
        Shapes.Fill(graphics, Palette.Track, track, thickness / 2);
        if (_fraction is { } value && value > 0)
        {
            var filled = track with { Width = Math.Max(thickness, (float)(Width * value)) };
            Shapes.Fill(graphics, _fill, filled, thickness / 2);
        }

        var below = Rectangle.FromLTRB(0, (int)track.Bottom + Dips(4), Width, Height);
        const TextFormatFlags Wrapped = TextFormatFlags.WordBreak | TextFormatFlags.NoPadding | TextFormatFlags.EndEllipsis;
        TextRenderer.DrawText(graphics, Hint, Font, below, Palette.SubtleText, Wrapped);
    }
}
