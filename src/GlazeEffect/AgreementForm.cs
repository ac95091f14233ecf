using System.Drawing;
using System.Windows.Forms;
using GlazeEffectPlugin.Controls;

namespace GlazeEffectPlugin;

/// <summary>A question that needs a yes, in the dialog's colours.</summary>
internal sealed class AgreementForm : Form
{
    private readonly Label _question = new() { Name = "question", UseMnemonic = false };
    private readonly PushButton _yes = new() { Name = "agree", IsPrimary = true, DialogResult = DialogResult.OK };
    private readonly PushButton _no = new() { Name = "decline", DialogResult = DialogResult.Cancel };

    public AgreementForm(string title, string question, string yes, string no, ThemePalette palette)
    {
        SuspendLayout();
        AutoScaleMode = AutoScaleMode.None;
        Name = "AgreementForm";
        Text = title;
        FormBorderStyle = FormBorderStyle.FixedDialog;
        MinimizeBox = MaximizeBox = ShowInTaskbar = ShowIcon = false;
        StartPosition = FormStartPosition.CenterParent;
        BackColor = palette.Background;
        ForeColor = palette.Text;
        (_question.Text, _yes.Text, _no.Text) = (question, yes, no);
        Controls.AddRange([_yes, _no, _question]);
        (AcceptButton, CancelButton) = (_yes, _no);
        foreach (var button in Controls.OfType<PushButton>())
        {
            button.Palette = palette;
        }

        var (margin, width, gap) = (LogicalToDeviceUnits(18), LogicalToDeviceUnits(440), LogicalToDeviceUnits(8));
        var height = TextRenderer.MeasureText(question, Font, new Size(width, int.MaxValue), TextFormatFlags.WordBreak).Height + gap;
        _question.SetBounds(margin, margin, width + gap, height);
        var (top, tall) = (margin + height + gap, LogicalToDeviceUnits(32));
        _no.SetBounds(margin + width - LogicalToDeviceUnits(96), top, LogicalToDeviceUnits(96), tall);
        var yesWidth = Math.Max(_yes.NaturalWidth, LogicalToDeviceUnits(96));
        _yes.SetBounds(_no.Left - gap - yesWidth, top, yesWidth, tall);
        ClientSize = new Size(width + (2 * margin), top + tall + margin);
        ResumeLayout(performLayout: true);
    }
}
