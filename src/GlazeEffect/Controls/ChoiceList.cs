using System.ComponentModel;
using System.Drawing;
using System.Drawing.Drawing2D;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>A drop-down list, with a small picture each if it is to have them.</summary>
internal sealed class ChoiceList : ComboBox
{
    private ThemePalette _palette = ThemePalette.For(SystemColors.Control);

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

    /// <summary>Replaces the lines and keeps the choice by its name; falls back to the first line.</summary>
    public void SetChoices(IReadOnlyList<ChoiceLine> choices, string selected)
    {
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

    private void PaintPicture(Graphics graphics, ChoiceLine choice, Rectangle place)
    {
        if (choice.Picture is not null)
        {
            graphics.InterpolationMode = InterpolationMode.HighQualityBicubic;
            graphics.PixelOffsetMode = PixelOffsetMode.Half;
            graphics.DrawImage(choice.Picture, place);
        }
        else
        {
            // A small fan of strokes stands for "chosen for you" until pictures are there.
            graphics.SmoothingMode = SmoothingMode.AntiAlias;
            using var pen = new Pen(_palette.Accent, Math.Max(1, place.Width / 11f)) { StartCap = LineCap.Round, EndCap = LineCap.Round };
            for (var i = 0; i < 3; i++)
            {
                var inset = place.Width * (0.18f + (0.14f * i));
                var arc = RectangleF.Inflate(place, -inset, -inset);
                graphics.DrawArc(pen, arc, 200 + (70 * i), 230 - (40 * i));
            }
        }

        using var frame = new Pen(_palette.Border);
        graphics.SmoothingMode = SmoothingMode.None;
        graphics.DrawRectangle(frame, place.X, place.Y, place.Width - 1, place.Height - 1);
    }
}
