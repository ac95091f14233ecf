using System.ComponentModel;
using System.Drawing;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>An encoder in the panel: a box to tick, the family, its state, and what it is. Space ticks, the arrow keys go to its neighbours.</summary>
internal sealed class EncoderRow : ThemedControl
{
    private bool _isChosen;
    private bool _canChoose;
    private bool _isReady;
    private bool _isSelected;
    private string _state = "";
    private string _about = "";

    public EncoderRow()
    {
        SetStyle(ControlStyles.Selectable, value: true);
        TabStop = true;
        AccessibleRole = AccessibleRole.CheckButton;
    }

    /// <summary>Raised when the artist ticks the box or takes the tick away.</summary>
    public event EventHandler? Ticked;

    /// <summary>Whether the panel's buttons are about this one.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool IsSelected
    {
        get => _isSelected;
        set
        {
            _isSelected = value;
            Invalidate();
        }
    }

    /// <summary>Whether the box is ticked.</summary>
    public bool IsChosen => _isChosen;

    /// <summary>The height of a row, in pixels.</summary>
    public int NaturalHeight => (2 * Font.Height) + Dips(14);

    private Rectangle Box => new(Dips(10), (Height - Dips(16)) / 2, Dips(16), Dips(16));

    /// <summary>Shows an encoder: whether it is there to be used, and whether the box can be ticked just now.</summary>
    public void Show(string family, string state, string about, bool isChosen, bool isReady, bool canChoose)
    {
        (_state, _about, _isChosen, _isReady, _canChoose) = (state, about, isChosen, isReady, canChoose);
        Text = family;
        AccessibleDescription = $"{(isChosen ? "✓ " : "")}{state}. {about}";
        Invalidate();
    }

    protected override bool IsInputKey(Keys keyData) => keyData is Keys.Up or Keys.Down || base.IsInputKey(keyData);

    protected override void OnKeyDown(KeyEventArgs e)
    {
        base.OnKeyDown(e);
        switch (e.KeyCode)
        {
            case Keys.Space:
                Tick();
                e.Handled = true;
                break;
            case Keys.Up or Keys.Down:
                Parent?.SelectNextControl(this, e.KeyCode == Keys.Down, tabStopOnly: true, nested: false, wrap: false);
                e.Handled = true;
                break;
        }
    }

    protected override void OnMouseDown(MouseEventArgs e)
    {
        base.OnMouseDown(e);
        Focus();
        if (e.Button == MouseButtons.Left && e.X < Box.Right + Dips(8))
        {
            Tick();
        }
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        const TextFormatFlags OneLine = TextFormatFlags.SingleLine | TextFormatFlags.NoPadding | TextFormatFlags.EndEllipsis;
        var graphics = e.Graphics;
        graphics.Clear(Palette.Background);
        var bounds = new RectangleF(0, 0, Width, Height);
        if (IsSelected)
        {
            Shapes.Fill(graphics, ThemePalette.Mix(Palette.Surface, Palette.Accent, 0.14), bounds, Dips(6));
        }

        if (ShowsFocus)
        {
            Shapes.Outline(graphics, Palette.Accent, bounds, Dips(6), Dips(1));
        }

        PaintBox(graphics);
        var left = Box.Right + Dips(10);
        var top = Dips(6);
        var state = TextRenderer.MeasureText(_state, Font, Size.Empty, OneLine).Width;
        TextRenderer.DrawText(graphics, Text, Font, Rectangle.FromLTRB(left, top, Width - state - Dips(18), Height), Palette.Text, OneLine);
        TextRenderer.DrawText(
            graphics, _state, Font, Rectangle.FromLTRB(left, top, Width - Dips(10), Height), _isReady ? Palette.Good : Palette.SubtleText, OneLine | TextFormatFlags.Right);
        TextRenderer.DrawText(
            graphics, _about, Font, Rectangle.FromLTRB(left, top + Font.Height + Dips(2), Width - Dips(10), Height), Palette.SubtleText, OneLine);
    }

    private void PaintBox(Graphics graphics)
    {
        var box = Box;
        var fill = _isChosen ? Palette.Accent : _canChoose ? Palette.Surface : Palette.Background;
        Shapes.Fill(graphics, fill, box, Dips(3));
        Shapes.Outline(graphics, _canChoose ? Palette.SubtleText : Palette.Border, box, Dips(3), Dips(1));
        if (_isChosen)
        {
            using var pen = new Pen(Palette.OnAccent, Dips(2));
            graphics.DrawLines(pen, [new Point(box.Left + (box.Width / 4), box.Top + (box.Height / 2)), new Point(box.Left + (box.Width * 9 / 20), box.Bottom - (box.Height * 3 / 10)), new Point(box.Right - (box.Width / 5), box.Top + (box.Height * 3 / 10))]);
        }
    }

    private void Tick()
    {
        if (_canChoose && Enabled)
        {
            Ticked?.Invoke(this, EventArgs.Empty);
        }
    }
}
