using System.ComponentModel;
using System.Drawing;
using System.Drawing.Drawing2D;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>A drop-down list, with a small picture each if it is to have them.</summary>
internal sealed class ChoiceList : ComboBox
{
    private ThemePalette _palette = ThemePalette.For(SystemColors.Control);
    private IReadOnlyList<ChoiceLine>? _waiting;

    public ChoiceList()
    {
        DropDownStyle = ComboBoxStyle.DropDownList;
        DrawMode = DrawMode.OwnerDrawFixed;
        FlatStyle = FlatStyle.Flat;
        IntegralHeight = false;
        MaxDropDownItems = 9;
    }

    /// <summary>Whether lines are tall enough for pictures.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public bool HasPictures { get; init; }

    /// <summary>The colours to paint in.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public ThemePalette Palette
    {
        get => _palette;
        set
        {
            _palette = value;
            BackColor = value.Surface;
            ForeColor = value.Text;
        }
    }

    /// <summary>The chosen line.</summary>
    public ChoiceLine? Choice => SelectedItem as ChoiceLine;

    /// <summary>
    /// Replaces the lines and chooses one by its name; falls back to the first line. While the list is open the lines wait until it
    /// is closed, and the choice is then the user's.
    /// </summary>
    public void SetChoices(IReadOnlyList<ChoiceLine> choices, string selected)
    {
        if (DroppedDown)
        {
            _waiting = choices;
            return;
        }

        _waiting = null;
        BeginUpdate();
        Items.Clear();
        Items.AddRange([.. choices]);
        Select(selected);
        EndUpdate();
        DropDownHeight = (ItemHeight * Math.Min(MaxDropDownItems, Math.Max(1, choices.Count))) + 2;
    }

    /// <summary>Chooses a line by its name; an unknown name chooses the first.</summary>
    public void Select(string name)
    {
        var index = Math.Max(0, Items.Cast<ChoiceLine>().ToList().FindIndex(c => c.Name == name));
        if (SelectedIndex != index && Items.Count > 0)
        {
            SelectedIndex = index;
        }
    }

    protected override void OnHandleCreated(EventArgs e)
    {
        base.OnHandleCreated(e);
        ItemHeight = LogicalToDeviceUnits(HasPictures ? 36 : 24);
    }

    // The choice is reported after the list has closed, so what waited comes behind it.
    protected override void OnDropDownClosed(EventArgs e)
    {
        base.OnDropDownClosed(e);
        if (_waiting is not null)
        {
            BeginInvoke(TakeWaiting);
        }
    }

    protected override void OnDrawItem(DrawItemEventArgs e)
    {
        var isInEdit = e.State.HasFlag(DrawItemState.ComboBoxEdit);
        var isHot = e.State.HasFlag(DrawItemState.Selected) && !isInEdit;
        var face = isHot ? ThemePalette.Mix(_palette.Surface, _palette.Accent, 0.22) : _palette.Surface;
        using (var brush = new SolidBrush(face))
        {
            e.Graphics.FillRectangle(brush, e.Bounds);
        }

        if (e.Index < 0 || Items[e.Index] is not ChoiceLine choice)
        {
            return;
        }

        var gap = LogicalToDeviceUnits(4);
        var side = HasPictures ? e.Bounds.Height - (2 * gap) : 0;
        if (HasPictures)
        {
            PaintPicture(e.Graphics, choice, new Rectangle(e.Bounds.Left + gap, e.Bounds.Top + gap, side, side));
        }

        var text = Rectangle.FromLTRB(
            e.Bounds.Left + side + (2 * gap), e.Bounds.Top, e.Bounds.Right - gap, e.Bounds.Bottom);
        var flags = TextFormatFlags.VerticalCenter | TextFormatFlags.SingleLine | TextFormatFlags.EndEllipsis
            | TextFormatFlags.NoPrefix;
        TextRenderer.DrawText(e.Graphics, choice.Title, Font, text, Enabled ? _palette.Text : _palette.SubtleText, flags);
    }

    // The flat style paints neither frame nor a themed arrow.
    protected override void WndProc(ref Message m)
    {
        const int Paint = 0x000F;
        base.WndProc(ref m);
        if (m.Msg == Paint)
        {
            using var graphics = Graphics.FromHwnd(Handle);
            PaintFrame(graphics);
        }
    }

    private void TakeWaiting()
    {
        if (_waiting is { } choices)
        {
            SetChoices(choices, Choice?.Name ?? "");
        }
    }

    private void PaintFrame(Graphics graphics)
    {
        var arrow = Rectangle.FromLTRB(Width - LogicalToDeviceUnits(24), 1, Width - 1, Height - 1);
        using var back = new SolidBrush(_palette.Surface);
        graphics.FillRectangle(back, arrow);
        using var pen = new Pen(Enabled ? _palette.SubtleText : _palette.Border, LogicalToDeviceUnits(1) * 1.5f);
        var (x, y, half) = (arrow.X + (arrow.Width / 2), Height / 2, LogicalToDeviceUnits(4));
        graphics.SmoothingMode = SmoothingMode.AntiAlias;
        graphics.DrawLines(pen, [new Point(x - half, y - (half / 2)), new Point(x, y + (half / 2)), new Point(x + half, y - (half / 2))]);
        graphics.SmoothingMode = SmoothingMode.None;
        using var frame = new Pen(Focused && ShowFocusCues ? _palette.Accent : _palette.Border);
        graphics.DrawRectangle(frame, 0, 0, Width - 1, Height - 1);
    }

    private void PaintPicture(Graphics graphics, ChoiceLine choice, Rectangle place)
    {
        if (choice.Picture is null)
        {
            return;
        }

        graphics.InterpolationMode = InterpolationMode.HighQualityBicubic;
        graphics.PixelOffsetMode = PixelOffsetMode.Half;
        graphics.DrawImage(choice.Picture, place);
    }
}
