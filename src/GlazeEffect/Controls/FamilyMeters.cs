using System.Drawing;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>A row for each family of models: its name, a thin bar, and a word.</summary>
internal sealed class FamilyMeters : ThemedControl
{
    private IReadOnlyList<FamilyRow> _rows = [];

    public FamilyMeters() => AccessibleRole = AccessibleRole.List;

    private int RowHeight => Font.Height + Dips(3);

    /// <summary>The height that holds a number of rows, in pixels.</summary>
    public int HeightFor(int rows) => rows * RowHeight;

    /// <summary>Shows other rows.</summary>
    public void Show(IReadOnlyList<FamilyRow> rows)
    {
        _rows = rows;
        AccessibleDescription = string.Join(" ", rows.Select(row => $"{row.Family}: {row.Verdict}."));
        Invalidate();
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        const TextFormatFlags OneLine = TextFormatFlags.SingleLine | TextFormatFlags.NoPadding | TextFormatFlags.EndEllipsis | TextFormatFlags.VerticalCenter;
        var graphics = e.Graphics;
        for (var i = 0; i < _rows.Count; i++)
        {
            var row = _rows[i];
            var line = new Rectangle(0, i * RowHeight, Width, RowHeight);
            var (name, bar) = (Width * 52 / 100, Width * 18 / 100);
            TextRenderer.DrawText(graphics, row.Family, Font, line with { Width = name - Dips(6) }, Palette.SubtleText, OneLine | TextFormatFlags.Left);
            float thickness = Dips(4);
            var track = new RectangleF(name, line.Top + ((RowHeight - thickness) / 2), bar, thickness);
            Shapes.Fill(graphics, Palette.Track, track, thickness / 2);
            Shapes.Fill(graphics, row.Fill, track with { Width = Math.Max(thickness, (float)(bar * row.Level)) }, thickness / 2);
            var word = Rectangle.FromLTRB(name + bar + Dips(6), line.Top, Width, line.Bottom);
            TextRenderer.DrawText(graphics, row.Verdict, Font, word, row.Fill, OneLine | TextFormatFlags.Right);
        }
    }
}
