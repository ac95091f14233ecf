using System.ComponentModel;
using System.Drawing;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>A control that paints itself without flicker in the palette's colours.</summary>
internal abstract class ThemedControl : Control
{
    private ThemePalette _palette = ThemePalette.For(SystemColors.Control);

    protected ThemedControl()
    {
        SetStyle(
            ControlStyles.AllPaintingInWmPaint | ControlStyles.OptimizedDoubleBuffer | ControlStyles.ResizeRedraw
            | ControlStyles.UserPaint | ControlStyles.SupportsTransparentBackColor,
            value: true);
        TabStop = false;
    }

    /// <summary>The colours to paint in.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public ThemePalette Palette
    {
        get => _palette;
        set
        {
            _palette = value;
            OnPaletteChanged();
            Invalidate();
        }
    }

    /// <summary>Whether a focus ring is due: focused, and reached by keyboard.</summary>
    protected bool ShowsFocus => Focused && ShowFocusCues;

    protected int Dips(int dips) => LogicalToDeviceUnits(dips);

    /// <summary>Lets a control pass the colours on to its children.</summary>
    protected virtual void OnPaletteChanged()
    {
    }

    protected override void OnGotFocus(EventArgs e)
    {
        base.OnGotFocus(e);
        Invalidate();
    }

    protected override void OnLostFocus(EventArgs e)
    {
        base.OnLostFocus(e);
        Invalidate();
    }

    protected override void OnEnabledChanged(EventArgs e)
    {
        base.OnEnabledChanged(e);
        Invalidate();
    }

    protected override void OnTextChanged(EventArgs e)
    {
        base.OnTextChanged(e);
        Invalidate();
    }
}
