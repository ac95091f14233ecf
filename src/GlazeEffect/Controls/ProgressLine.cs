using System.ComponentModel;
using System.Drawing;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>A thin progress bar with a line of text above it; empty when nothing runs.</summary>
internal sealed class ProgressLine : ThemedControl
{
    private double? _fraction;
    private bool _isError;

    public ProgressLine() => AccessibleRole = AccessibleRole.ProgressBar;

    /// <summary>0 to 1, or null when nothing runs.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public double? Fraction
    {
        get => _fraction;
        set
        {
            _fraction = value is { } v ? Math.Clamp(v, 0, 1) : null;
            Invalidate();
        }
    }

    /// <summary>Whether the text tells of a failure.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool IsError
    {
        get => _isError;
        set
        {
            _isError = value;
            Invalidate();
        }
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        var graphics = e.Graphics;
        float thickness = Dips(4);
        var hasBar = _fraction is not null;
        var textBottom = hasBar ? Height - (int)thickness - Dips(4) : Height;
        var area = Rectangle.FromLTRB(0, 0, Width, textBottom);
        var flags = TextFormatFlags.NoPadding | TextFormatFlags.EndEllipsis | TextFormatFlags.WordBreak
            | (hasBar ? TextFormatFlags.Bottom | TextFormatFlags.SingleLine : TextFormatFlags.VerticalCenter);
        TextRenderer.DrawText(graphics, Text, Font, area, _isError ? Palette.Error : Palette.SubtleText, flags);
        if (_fraction is { } value)
        {
            var track = new RectangleF(0, Height - thickness, Width, thickness);
            Shapes.Fill(graphics, Palette.Track, track, thickness / 2);
            Shapes.Fill(
                graphics, Palette.Accent, track with { Width = Math.Max(thickness, (float)(Width * value)) }, thickness / 2);
        }
    }
}
