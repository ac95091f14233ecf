using System.ComponentModel;
using System.Drawing;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>A flat, rounded push button; the primary one is filled with the accent colour.</summary>
internal sealed class PushButton : Button
{
    private const TextFormatFlags OneLine = TextFormatFlags.SingleLine | TextFormatFlags.NoPadding;

    private bool _isHot;
    private bool _isPressed;

    public PushButton()
    {
        SetStyle(
            ControlStyles.AllPaintingInWmPaint | ControlStyles.OptimizedDoubleBuffer | ControlStyles.UserPaint, value: true);
    }

    /// <summary>The colours to paint in.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public ThemePalette Palette { get; set; } = ThemePalette.For(SystemColors.Control);

    /// <summary>Whether this is the action that Enter takes.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool IsPrimary { get; set; }

    /// <summary>Whether the button has no frame until the pointer is over it.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool IsQuiet { get; set; }

    /// <summary>Whether the button works while it is held: its mnemonic then only moves the focus there, for Space to hold it.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool IsHeldToWork { get; set; }

    /// <summary>Whether the button is held down by mouse or Space.</summary>
    public bool IsPressed => _isPressed;

    /// <summary>The width that holds the text with even margins, in pixels.</summary>
    public int NaturalWidth => TextRenderer.MeasureText(Text, Font, Size.Empty, OneLine).Width + (2 * Inset);

    /// <summary>How far the text of a button of natural width begins inside it, in pixels: where a quiet one stands out so far, its text stands in line.</summary>
    public int Inset => LogicalToDeviceUnits(IsQuiet ? 8 : 16);

    /// <summary>Raised when the button goes down and when it comes up again.</summary>
    public event EventHandler? PressedChanged;

    protected override void OnPaint(PaintEventArgs e)
    {
        var graphics = e.Graphics;
        graphics.Clear(Parent?.BackColor ?? Palette.Background);
        var bounds = new RectangleF(0, 0, Width, Height);
        float radius = LogicalToDeviceUnits(5);
        Shapes.Fill(graphics, Face(), bounds, radius);
        if (!IsPrimary && (!IsQuiet || _isHot) && Enabled)
        {
            Shapes.Outline(graphics, Palette.Border, bounds, radius, LogicalToDeviceUnits(1));
        }

        if (Focused && ShowFocusCues)
        {
            var ring = bounds;
            ring.Inflate(-LogicalToDeviceUnits(2), -LogicalToDeviceUnits(2));
            Shapes.Outline(graphics, IsPrimary ? Palette.OnAccent : Palette.Accent, ring, radius - 1, Thin(1.5f));
        }

        const TextFormatFlags flags = OneLine | TextFormatFlags.HorizontalCenter | TextFormatFlags.VerticalCenter | TextFormatFlags.EndEllipsis;
        TextRenderer.DrawText(
            graphics, Text, Font, ClientRectangle, Ink(), ShowKeyboardCues ? flags : flags | TextFormatFlags.HidePrefix);
    }

    protected override bool ProcessMnemonic(char charCode)
    {
        if (IsHeldToWork && CanSelect && IsMnemonic(charCode, Text))
        {
            Focus();
            return true;
        }

        return base.ProcessMnemonic(charCode);
    }

    protected override void OnMouseEnter(EventArgs e)
    {
        base.OnMouseEnter(e);
        _isHot = true;
        Invalidate();
    }

    protected override void OnMouseLeave(EventArgs e)
    {
        base.OnMouseLeave(e);
        _isHot = false;
        Invalidate();
    }

    protected override void OnMouseDown(MouseEventArgs mevent)
    {
        base.OnMouseDown(mevent);
        if (mevent.Button == MouseButtons.Left)
        {
            SetPressed(true);
        }
    }

    protected override void OnMouseUp(MouseEventArgs mevent)
    {
        SetPressed(false);
        base.OnMouseUp(mevent);
    }

    protected override void OnKeyDown(KeyEventArgs kevent)
    {
        base.OnKeyDown(kevent);
        if (kevent.KeyCode == Keys.Space)
        {
            SetPressed(true);
        }
    }

    protected override void OnKeyUp(KeyEventArgs kevent)
    {
        SetPressed(false);
        base.OnKeyUp(kevent);
    }

    protected override void OnLostFocus(EventArgs e)
    {
        SetPressed(false);
        base.OnLostFocus(e);
    }

    // The mouse may be let go over another window, or while this one cannot be used.
    protected override void OnMouseCaptureChanged(EventArgs e)
    {
        SetPressed(false);
        base.OnMouseCaptureChanged(e);
    }

    protected override void OnEnabledChanged(EventArgs e)
    {
        SetPressed(false);
        base.OnEnabledChanged(e);
    }

    private void SetPressed(bool value)
    {
        if (_isPressed != value)
        {
            _isPressed = value;
            Invalidate();
            PressedChanged?.Invoke(this, EventArgs.Empty);
        }
    }

    private Color Face()
    {
        if (!Enabled)
        {
            return IsQuiet ? Palette.Background : Palette.Surface;
        }

        if (IsPrimary)
        {
            return _isPressed ? ThemePalette.Mix(Palette.Accent, Color.Black, 0.15) : _isHot ? Palette.AccentHover : Palette.Accent;
        }

        var rest = IsQuiet ? Palette.Background : Palette.Surface;
        return ThemePalette.Mix(rest, Palette.Text, _isPressed ? 0.16 : _isHot ? 0.07 : 0);
    }

    private Color Ink() =>
        !Enabled ? ThemePalette.Mix(Palette.Background, Palette.SubtleText, 0.55) : IsPrimary ? Palette.OnAccent : Palette.Text;

    private float Thin(float dips) => dips * DeviceDpi / 96f;
}
