using System.ComponentModel;
using System.Drawing;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>One segment of a row of choices: a radio button to keyboard and screen reader.</summary>
internal sealed class SegmentButton : RadioButton
{
    private bool _isHot;

    public SegmentButton()
    {
        SetStyle(
            ControlStyles.AllPaintingInWmPaint | ControlStyles.OptimizedDoubleBuffer | ControlStyles.UserPaint, value: true);
        AutoSize = false;
    }

    /// <summary>The colours to paint in.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public ThemePalette Palette { get; set; } = ThemePalette.For(SystemColors.Control);

    protected override void OnPaint(PaintEventArgs e)
    {
        var graphics = e.Graphics;
        graphics.Clear(Palette.Surface);
        var bounds = new RectangleF(0, 0, Width, Height);
        float radius = LogicalToDeviceUnits(4);
        if (Checked)
        {
            var face = Palette.IsDark ? ThemePalette.Mix(Palette.Surface, Color.White, 0.14) : Color.White;
            Shapes.Fill(graphics, face, bounds, radius);
            Shapes.Outline(graphics, Palette.Border, bounds, radius, LogicalToDeviceUnits(1));
        }
        else if (_isHot)
        {
            Shapes.Fill(graphics, ThemePalette.Mix(Palette.Surface, Palette.Text, 0.06), bounds, radius);
        }

        if (Focused && ShowFocusCues)
        {
            Shapes.Outline(graphics, Palette.Accent, bounds, radius, LogicalToDeviceUnits(2));
        }

        var flags = TextFormatFlags.HorizontalCenter | TextFormatFlags.VerticalCenter | TextFormatFlags.SingleLine
            | TextFormatFlags.EndEllipsis;
        var ink = !Enabled ? Palette.SubtleText : Checked ? Palette.Text : Palette.SubtleText;
        TextRenderer.DrawText(
            graphics, Text, Font, ClientRectangle, ink, ShowKeyboardCues ? flags : flags | TextFormatFlags.HidePrefix);
    }

    protected override void OnMouseEnter(EventArgs eventargs)
    {
        base.OnMouseEnter(eventargs);
        _isHot = true;
        Invalidate();
    }

    protected override void OnMouseLeave(EventArgs eventargs)
    {
        base.OnMouseLeave(eventargs);
        _isHot = false;
        Invalidate();
    }
}
