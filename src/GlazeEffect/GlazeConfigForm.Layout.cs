using System.Drawing;
using System.Windows.Forms;
using Glaze.Protocol.Messages;
using GlazeEffectPlugin.Controls;
using GlazeEffectPlugin.Resources;

namespace GlazeEffectPlugin;

/// <summary>The controls, their places and colours. Sizes are in pixels of a 96 dpi screen and scaled where they are used.</summary>
public sealed partial class GlazeConfigForm
{
    private const int Margin16 = 16;
    private const int ColumnWidth = 300;

    private readonly PreviewPane _preview = new() { Name = "preview" };
    private readonly PushButton _compare = new() { Name = "compare", IsQuiet = true, IsHeldToWork = true };
    private readonly SegmentedChoice _zoom = new() { Name = "zoom" };
    private readonly Label _intensityLabel = new() { Name = "intensityLabel" };
    private readonly Label _intensityValue = new() { Name = "intensityValue" };
    private readonly IntensitySlider _intensity = new() { Name = "intensity" };
    private readonly Label _qualityLabel = new() { Name = "qualityLabel" };
    private readonly SegmentedChoice _quality = new() { Name = "quality" };
    private readonly Label _styleLabel = new() { Name = "styleLabel" };
    private readonly ChoiceList _style = new() { Name = "style", HasPictures = true };
    private readonly Label _deviceLabel = new() { Name = "deviceLabel" };
    private readonly ChoiceList _device = new() { Name = "device" };
    private readonly Label _deviceLine = new() { Name = "deviceLine" };
    private readonly Meter _change = new() { Name = "visibleChange" };
    private readonly Meter _protection = new() { Name = "protection" };
    private readonly Label _notice = new() { Name = "notice" };
    private readonly ProgressLine _status = new() { Name = "status" };
    private readonly PushButton _restore = new() { Name = "restore", IsQuiet = true };
    private readonly PushButton _accept = new() { Name = "accept", IsPrimary = true };
    private readonly PushButton _cancel = new() { Name = "cancel" };
    private readonly ToolTip _tips = new();
    private ThemePalette _palette = ThemePalette.For(SystemColors.Control);

    /// <inheritdoc/>
    protected override void OnBackColorChanged(EventArgs e)
    {
        base.OnBackColorChanged(e);
        ApplyPalette();
    }

    /// <inheritdoc/>
    protected override void OnLayout(LayoutEventArgs levent)
    {
        base.OnLayout(levent);
        LayOut();
    }

    private int Dips(int dips) => LogicalToDeviceUnits(dips);

    private void InitializeControls()
    {
        SuspendLayout();
        AutoScaleMode = AutoScaleMode.None;
        Name = "GlazeConfigForm";
        Text = Texts.EffectName;
        FormBorderStyle = FormBorderStyle.Sizable;
        MinimizeBox = MaximizeBox = ShowInTaskbar = false;
        ShowIcon = false;
        KeyPreview = true;
        StartPosition = FormStartPosition.CenterParent;
        ClientSize = new Size(Dips(900), Dips(620));
        MinimumSize = SizeFromClientSize(new Size(Dips(720), Dips(600)));
        SetTexts();
        WireCommands();
        Control[] inTabOrder =
        [
            _intensityLabel, _intensity, _qualityLabel, _quality, _styleLabel, _style, _deviceLabel, _device, _compare, _zoom,
            _restore, _accept, _cancel, _preview, _intensityValue, _deviceLine, _change, _protection, _notice, _status,
        ];
        for (var i = 0; i < inTabOrder.Length; i++)
        {
            inTabOrder[i].TabIndex = i;
        }

        Controls.AddRange(inTabOrder);
        AcceptButton = _accept;
        CancelButton = _cancel;

        // Being the form's cancel button gives it this result, which would close the form also when only a run is to be cancelled.
        _cancel.DialogResult = DialogResult.None;
        ResumeLayout(performLayout: true);
    }

    private void SetTexts()
    {
        _compare.Text = Texts.Compare;
        _zoom.SetChoices(("zoomWhole", Texts.WholePicture), ("zoomActual", Texts.ActualSize));
        _intensityLabel.Text = Texts.IntensityLabel;
        _intensity.AccessibleName = Texts.IntensityLabel.Replace("&", "", StringComparison.Ordinal);
        _intensity.Marks =
            [new SliderMark(20, Texts.IntensityLow), new SliderMark(50, Texts.IntensityMedium), new SliderMark(80, Texts.IntensityHigh)];
        _intensityValue.TextAlign = ContentAlignment.TopRight;
        _qualityLabel.Text = Texts.QualityLabel;
        _quality.SetChoices(
            ("qualityFast", Texts.QualityFast), ("qualityBalanced", Texts.QualityBalanced), ("qualityBest", Texts.QualityBest));
        _styleLabel.Text = Texts.StyleLabel;
        _deviceLabel.Text = Texts.DeviceLabel;
        _deviceLine.AutoEllipsis = true;
        _change.Text = Texts.VisibleChange;
        _protection.Text = Texts.Protection;
        _restore.Text = Texts.RestoreDefaults;
        _accept.Text = Texts.Accept;
        _cancel.Text = Texts.Cancel;
    }

    private void WireCommands()
    {
        _intensity.ValueChanged += (_, _) => Command(() => _model!.SetIntensity(_intensity.Value));
        _quality.SelectedIndexChanged += (_, _) => Command(() => _model!.SetQuality((RenderQuality)_quality.SelectedIndex));
        _style.SelectionChangeCommitted += (_, _) => Command(() => _model!.SetStyle(_style.Choice!.Name));
        _device.SelectionChangeCommitted += (_, _) => Command(ChooseDevice);
        _compare.PressedChanged += (_, _) => _model?.ShowOriginal(_compare.IsPressed);
        _preview.CompareRequested += isHeld => _model?.ShowOriginal(isHeld);
        _preview.ViewChanged += (_, _) => LookAt();
        _zoom.SelectedIndexChanged += (_, _) => _preview.IsActualSize = _zoom.SelectedIndex == 1;
        _restore.Click += (_, _) => _model?.RestoreDefaults();
        _accept.Click += (_, _) => Accept();
        _cancel.Click += (_, _) => CancelOrClose();
    }

    private void Command(Action command)
    {
        if (!_isShowingState && _model is not null)
        {
            command();
        }
    }

    private void ChooseDevice()
    {
        var chosen = _model!.State.Devices.FirstOrDefault(d => DeviceName(d.Kind, d.Identity) == _device.Choice!.Name);
        _model.SetDevice(chosen?.Kind ?? DeviceKind.Auto, chosen?.Identity);
    }

    private void LayOut()
    {
        var margin = Dips(Margin16);
        var button = new Size(Dips(96), Dips(32));
        var bottom = ClientSize.Height - margin - button.Height;
        var column = ClientSize.Width - margin - Dips(ColumnWidth);
        _cancel.SetBounds(ClientSize.Width - margin - button.Width, bottom, button.Width, button.Height);
        _accept.SetBounds(_cancel.Left - Dips(8) - button.Width, bottom, button.Width, button.Height);
        _status.SetBounds(margin, bottom - Dips(4), column - Dips(24) - margin, button.Height + Dips(8));

        var strip = bottom - Dips(16) - Dips(30);
        _preview.SetBounds(margin, margin, column - Dips(20) - margin, strip - Dips(8) - margin);
        _compare.SetBounds(margin, strip, _compare.NaturalWidth, Dips(30));
        _zoom.SetBounds(_preview.Right - Dips(220), strip, Dips(220), Dips(30));
        LayOutColumn(column, Dips(ColumnWidth), bottom - Dips(12));
    }

    private void LayOutColumn(int left, int width, int bottom)
    {
        var line = Font.Height + Dips(2);
        var y = Dips(Margin16);

        // A label's text begins a little inside its left edge.
        var text = left - Dips(3);
        _intensityLabel.SetBounds(text, y, width / 2, line);
        _intensityValue.SetBounds(left + (width / 2), y, width - (width / 2) + Dips(3), line);
        y += line + Dips(4);
        _intensity.SetBounds(left, y, width, Dips(30) + line);
        y = _intensity.Bottom + Dips(12);
        _qualityLabel.SetBounds(text, y, width, line);
        _quality.SetBounds(left, y + line + Dips(4), width, Dips(32));
        y = _quality.Bottom + Dips(14);
        _styleLabel.SetBounds(text, y, width, line);
        _style.SetBounds(left, y + line + Dips(4), width, _style.Height);
        y = _style.Bottom + Dips(14);
        _deviceLabel.SetBounds(text, y, width, line);
        _device.SetBounds(left, y + line + Dips(4), width, _device.Height);
        _deviceLine.SetBounds(text, _device.Bottom + Dips(5), width, line * 2);
        y = _deviceLine.Bottom + Dips(10);
        _change.SetBounds(left, y, width, _change.HeightFor(1));
        y = _change.Bottom + Dips(10);
        _protection.SetBounds(left, y, width, _protection.HeightFor(2));
        y = _protection.Bottom + Dips(6);
        var restoreTop = bottom - Dips(30);
        _notice.SetBounds(text, y, width, Math.Max(0, restoreTop - y - Dips(4)));
        var restoreWidth = _restore.NaturalWidth;
        _restore.SetBounds(left + width - restoreWidth, restoreTop, restoreWidth, Dips(30));
    }

    private void ApplyPalette()
    {
        _palette = ThemePalette.For(BackColor);
        foreach (var control in Controls.OfType<ThemedControl>())
        {
            control.Palette = _palette;
            control.BackColor = BackColor;
        }

        foreach (var button in Controls.OfType<PushButton>())
        {
            button.Palette = _palette;
        }

        foreach (var list in Controls.OfType<ChoiceList>())
        {
            list.Palette = _palette;
        }

        foreach (var label in Controls.OfType<Label>())
        {
            label.ForeColor = _palette.Text;
        }

        _intensityValue.ForeColor = _palette.Accent;
        _deviceLine.ForeColor = _palette.SubtleText;
        _notice.ForeColor = _palette.Warning;
        Invalidate(invalidateChildren: true);
    }
}
