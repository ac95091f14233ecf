using PaintDotNet;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>A sentence and its details.</summary>
internal sealed class ErrorDialog : PdnBaseForm
{
    public ErrorDialog(string message, string details)
    {
        Name = "ErrorDialog";
        Text = "Paint.NET";
        FormBorderStyle = FormBorderStyle.FixedDialog;
        MinimizeBox = MaximizeBox = false;
        StartPosition = FormStartPosition.CenterParent;
        ClientSize = LogicalToDeviceUnits(new Size(460, 240));
        Padding = new Padding(LogicalToDeviceUnits(16));
        UseAppThemeColors = true;
        var text = new Label
        {
            Name = "message",
            Text = message,
            Dock = DockStyle.Top,
            Height = LogicalToDeviceUnits(72),
        };
        var box = new TextBox
        {
            Name = "details",
            Text = details.ReplaceLineEndings("\r\n"),
            Multiline = true,
            ReadOnly = true,
            Dock = DockStyle.Fill,
            ScrollBars = ScrollBars.Both,
            WordWrap = false,
            BackColor = BackColor,
            ForeColor = ForeColor,
        };
        var ok = new Button
        {
            Name = "ok",
            Text = "OK",
            Dock = DockStyle.Bottom,
            DialogResult = DialogResult.OK,
            Height = LogicalToDeviceUnits(30),
            FlatStyle = FlatStyle.System,
        };
        Controls.AddRange([box, text, ok]);
        AcceptButton = CancelButton = ok;
    }
}
