using System.ComponentModel;
using System.Drawing;
using System.Globalization;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>A slider from 0 to 100 with named marks below its track.</summary>
internal sealed class IntensitySlider : ThemedControl
{
    private int _value = 50;
    private bool _isDragging;

    public IntensitySlider()
    {
        SetStyle(ControlStyles.Selectable, value: true);
        TabStop = true;
        AccessibleRole = AccessibleRole.Slider;
    }

    /// <summary>Raised when the value changes, by the user or by code.</summary>
    public event EventHandler? ValueChanged;

    /// <summary>The named places on the track; a click on a name goes there.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public IReadOnlyList<SliderMark> Marks { get; set; } = [];

    /// <summary>0 to 100; values outside are brought inside.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public int Value
    {
        get => _value;
        set
        {
            var bounded = Math.Clamp(value, 0, 100);
            if (bounded != _value)
            {
                _value = bounded;
                Invalidate();
                ValueChanged?.Invoke(this, EventArgs.Empty);
                AccessibilityNotifyClients(AccessibleEvents.ValueChange, -1);
            }
        }
    }

    private float KnobRadius => Dips(9);

    private float TrackLeft => KnobRadius + Dips(3);

    private float TrackWidth => Width - (2 * TrackLeft);

    private float TrackMiddle => KnobRadius + Dips(3);

    protected override AccessibleObject CreateAccessibilityInstance() => new SliderAccessibility(this);

    protected override bool IsInputKey(Keys keyData) =>
        (keyData & Keys.KeyCode) is Keys.Left or Keys.Right or Keys.Up or Keys.Down || base.IsInputKey(keyData);

    protected override void OnKeyDown(KeyEventArgs e)
    {
        int? moved = e.KeyCode switch
        {
            Keys.Left or Keys.Down => _value - 1,
            Keys.Right or Keys.Up => _value + 1,
            Keys.PageDown => _value - 10,
            Keys.PageUp => _value + 10,
            Keys.Home => 0,
            Keys.End => 100,
            _ => null,
        };
        if (moved is { } target)
        {
            Value = target;
            e.Handled = true;
        }

        base.OnKeyDown(e);
    }

    protected override void OnMouseDown(MouseEventArgs e)
    {
        base.OnMouseDown(e);
        Focus();
        if (e.Button != MouseButtons.Left)
        {
            return;
        }

        var onMark = Marks.FirstOrDefault(mark => e.Y > TrackMiddle + KnobRadius && Math.Abs(X(mark.Value) - e.X) < Dips(32));
        if (onMark is not null)
        {
            Value = onMark.Value;
            return;
        }

        _isDragging = true;
        Value = ValueAt(e.X);
        Invalidate();
    }

    protected override void OnMouseMove(MouseEventArgs e)
    {
        base.OnMouseMove(e);
        if (_isDragging && e.Button == MouseButtons.Left)
        {
            Value = ValueAt(e.X);
        }
    }

    protected override void OnMouseUp(MouseEventArgs e)
    {
        base.OnMouseUp(e);
        EndDragging();
    }

    // The button may be let go over another window, or while this one cannot be used.
    protected override void OnMouseCaptureChanged(EventArgs e)
    {
        base.OnMouseCaptureChanged(e);
        EndDragging();
    }

    protected override void OnEnabledChanged(EventArgs e)
    {
        base.OnEnabledChanged(e);
        EndDragging();
    }

    protected override void OnMouseWheel(MouseEventArgs e)
    {
        base.OnMouseWheel(e);
        Value += Math.Sign(e.Delta) * 2;
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        var graphics = e.Graphics;
        float thickness = Dips(4);
        var knob = X(_value);
        var track = new RectangleF(TrackLeft, TrackMiddle - (thickness / 2), TrackWidth, thickness);
        var accent = Enabled ? Palette.Accent : Palette.SubtleText;
        Shapes.Fill(graphics, Palette.Track, track, thickness / 2);
        Shapes.Fill(graphics, accent, new RectangleF(track.Left, track.Top, knob - track.Left, thickness), thickness / 2);
        foreach (var mark in Marks)
        {
            PaintMark(graphics, mark);
        }

        PaintKnob(graphics, knob, accent);
    }

    private void EndDragging()
    {
        _isDragging = false;
        Capture = false;
        Invalidate();
    }

    private void PaintMark(Graphics graphics, SliderMark mark)
    {
        var x = X(mark.Value);
        float tick = Dips(1);
        using var brush = new SolidBrush(Palette.Border);
        graphics.FillRectangle(brush, x - (tick / 2), TrackMiddle + Dips(11), tick, Dips(4));
        var isNear = Math.Abs(_value - mark.Value) <= 12;
        var size = TextRenderer.MeasureText(mark.Name, Font);
        var left = Math.Clamp((int)x - (size.Width / 2), 0, Math.Max(0, Width - size.Width));
        var ink = isNear ? Palette.Text : Palette.SubtleText;
        TextRenderer.DrawText(graphics, mark.Name, Font, new Point(left, (int)TrackMiddle + Dips(16)), ink);
    }

    private void PaintKnob(Graphics graphics, float x, Color accent)
    {
        var (radius, y) = (KnobRadius, TrackMiddle);
        if (ShowsFocus)
        {
            Shapes.Ring(graphics, Palette.Accent, x, y, radius + Dips(3), Dips(2));
        }

        Shapes.Disc(graphics, Palette.IsDark ? ThemePalette.Mix(Palette.Background, Color.White, 0.28) : Color.White, x, y, radius);
        Shapes.Ring(graphics, Palette.Border, x, y, radius, Dips(1));
        Shapes.Disc(graphics, accent, x, y, radius * (_isDragging ? 0.45f : 0.58f));
    }

    private float X(int value) => TrackLeft + (TrackWidth * value / 100f);

    private int ValueAt(int x) => (int)Math.Round((x - TrackLeft) * 100 / TrackWidth);

    private sealed class SliderAccessibility(IntensitySlider owner) : ControlAccessibleObject(owner)
    {
        public override AccessibleRole Role => AccessibleRole.Slider;

        public override string Value => owner.Value.ToString(CultureInfo.CurrentCulture);
    }
}
