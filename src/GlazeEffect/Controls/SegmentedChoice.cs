using System.ComponentModel;
using System.Windows.Forms;

namespace GlazeEffectPlugin.Controls;

/// <summary>A row of choices of which one is taken.</summary>
internal sealed class SegmentedChoice : ThemedControl
{
    private SegmentButton[] _buttons = [];

    public SegmentedChoice() => AccessibleRole = AccessibleRole.Grouping;

    /// <summary>Raised when another choice is taken, by the user or by code.</summary>
    public event EventHandler? SelectedIndexChanged;

    /// <summary>The taken choice, counted from 0.</summary>
    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public int SelectedIndex
    {
        get => Math.Max(0, Array.FindIndex(_buttons, b => b.Checked));
        set => _buttons[value].Checked = true;
    }

    /// <summary>Sets the choices: a name for tests and a text with its mnemonic each.</summary>
    public void SetChoices(params (string Name, string Text)[] choices)
    {
        _buttons = [.. choices.Select((choice, index) => new SegmentButton
        {
            Name = choice.Name,
            Text = choice.Text,
            TabIndex = index,
            Checked = index == 0,
        })];
        foreach (var button in _buttons)
        {
            button.CheckedChanged += (_, _) =>
            {
                if (button.Checked)
                {
                    SelectedIndexChanged?.Invoke(this, EventArgs.Empty);
                }
            };
        }

        Controls.AddRange(_buttons);
    }

    protected override void OnPaletteChanged()
    {
        foreach (var button in _buttons)
        {
            button.Palette = Palette;
            button.Invalidate();
        }
    }

    protected override void OnLayout(LayoutEventArgs levent)
    {
        base.OnLayout(levent);
        var gap = Dips(3);
        for (var i = 0; i < _buttons.Length; i++)
        {
            var left = gap + ((Width - (2 * gap)) * i / _buttons.Length);
            var right = gap + ((Width - (2 * gap)) * (i + 1) / _buttons.Length);
            _buttons[i].SetBounds(left, gap, right - left, Height - (2 * gap));
        }
    }

    protected override void OnPaint(PaintEventArgs e)
    {
        Shapes.Fill(e.Graphics, Palette.Surface, ClientRectangle, Dips(6));
        Shapes.Outline(e.Graphics, Palette.Border, ClientRectangle, Dips(6), Dips(1));
    }
}
