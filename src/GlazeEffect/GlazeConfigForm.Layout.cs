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

    // Room for the scroll bar that the column may get.
    private const int RightMargin = 20;

    // A label's text begins so far inside its edge.
    private const int LabelInset = 3;

    private readonly PreviewPane _preview = new() { Name = "preview" };
    private readonly Panel _column = new() { AutoScroll = true };
    private readonly SegmentedChoice _view = new() { Name = "view" };
    private readonly PushButton _compare = new() { Name = "compare", IsQuiet = true, IsHeldToWork = true };
    private readonly SegmentedChoice _zoom = new() { Name = "zoom" };
    private readonly Label _intensityLabel = new() { Name = "intensityLabel" };
    private readonly Label _intensityValue = new() { Name = "intensityValue" };
    private readonly IntensitySlider _intensity = new() { Name = "intensity" };
    private readonly Label _qualityLabel = new() { Name = "qualityLabel" };
    private readonly SegmentedChoice _quality = new() { Name = "quality" };
    private readonly Label _flatLabel = new() { Name = "flatLabel" };
    private readonly SegmentedChoice _flat = new() { Name = "flat" };
    private readonly Label _styleLabel = new() { Name = "styleLabel" };
    private readonly ChoiceList _style = new() { Name = "style", HasPictures = true };
    private readonly Label _deviceLabel = new() { Name = "deviceLabel" };
    private readonly ChoiceList _device = new() { Name = "device" };
    private readonly Label _deviceLine = new() { Name = "deviceLine" };
    private readonly Label _encodersLabel = new() { Name = "encodersLabel" };
    private readonly PushButton _encoders = new() { Name = "encoders" };
    private readonly Meter _change = new() { Name = "visibleChange" };
    private readonly Meter _protection = new() { Name = "protection" };
    private readonly FamilyMeters _families = new() { Name = "families" };
    private readonly Label _notice = new() { Name = "notice" };
    private readonly ProgressLine _status = new() { Name = "status" };
    private readonly PushButton _help = new() { Name = "help", IsQuiet = true };
    private readonly PushButton _copyDetails = new() { Name = "copyDetails", IsQuiet = true };
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

    // The column begins so far to the left of what is in it, as room for the quiet buttons that stand out.
    private int Outdent => _help.Inset;

    private void InitializeControls()
    {
        SuspendLayout();
        AutoScaleMode = AutoScaleMode.None;
        Name = "GlazeConfigForm";
        Text = $"{Texts.EffectName} {PluginSupportInfo.ShortVersion}";
        FormBorderStyle = FormBorderStyle.Sizable;
        MinimizeBox = MaximizeBox = ShowInTaskbar = false;
        ShowIcon = false;
        KeyPreview = true;
        StartPosition = FormStartPosition.CenterParent;
        ClientSize = FittingSize();
        MinimumSize = SizeFromClientSize(new Size(Dips(740), Dips(400)));
        SetTexts();
        WireCommands();
        Add(_column,
        [
            _intensityLabel, _intensity, _qualityLabel, _quality, _flatLabel, _flat, _styleLabel, _style, _deviceLabel, _device, _encodersLabel, _encoders,
            _copyDetails, _help, _restore, _intensityValue, _deviceLine, _change, _protection, _families, _notice,
        ]);
        Add(this, [_column, _view, _compare, _zoom, _accept, _cancel, _preview, _status]);
        AcceptButton = _accept;
        CancelButton = _cancel;

        // Being the form's cancel button gives it this result, which would close the form also when only a run is to be cancelled.
        _cancel.DialogResult = DialogResult.None;
        ResumeLayout(performLayout: true);
    }

    private static void Add(Control parent, Control[] inTabOrder)
    {
        for (var i = 0; i < inTabOrder.Length; i++)
        {
            inTabOrder[i].TabIndex = i;
        }

        parent.Controls.AddRange(inTabOrder);
    }

    // All of the column where the screen has room for it; else it scrolls.
    private Size FittingSize()
    {
        var room = Screen.FromPoint(Cursor.Position).WorkingArea;
        return new Size(Math.Min(Dips(920), room.Width - Dips(24)), Math.Min(Dips(772), room.Height - Dips(48)));
    }

    private void SetTexts()
    {
        _view.SetChoices(("viewOriginal", Texts.ViewOriginal), ("viewCloaked", Texts.ViewCloaked), ("viewModel", Texts.ViewModel));
        _view.SelectedIndex = 1;
        _view.AccessibleDescription = Texts.ViewHelp;
        _tips.SetToolTip(_view, Texts.ViewHelp);
        _flatLabel.Text = Texts.FlatLabel;
        _flat.SetChoices(("flatClean", Texts.FlatClean), ("flatGrain", Texts.FlatGrain));
        _flat.AccessibleDescription = Texts.FlatHelp;
        _tips.SetToolTip(_flat, Texts.FlatHelp);
        _tips.SetToolTip(_flatLabel, Texts.FlatHelp);
        _encodersLabel.Text = Texts.ProtectAgainst;
        _encoders.AccessibleName = Texts.EncodersChange.Replace("&", "", StringComparison.Ordinal);
        _encoders.Text = Texts.EncodersUsual;
        _help.Text = Texts.HelpButton;
        _copyDetails.Text = Texts.CopyDetails;
        _tips.SetToolTip(_copyDetails, Texts.CopyDetailsHelp);
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
        _flat.SelectedIndexChanged += (_, _) => Command(() => _model!.SetFlat((FlatColour)_flat.SelectedIndex));
        _view.SelectedIndexChanged += (_, _) => Command(() => _model!.SetView(Views[_view.SelectedIndex]));
        _encoders.Click += (_, _) => ChooseEncoders();
        _help.Click += (_, _) => ShowHelp();
        _copyDetails.Click += (_, _) => CopyDetails();
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
        var right = ClientSize.Width - Dips(RightMargin);
        var column = right - Dips(ColumnWidth);
        _column.SetBounds(column - Outdent, 0, ClientSize.Width - column + Outdent, bottom - Dips(12));
        _cancel.SetBounds(right - button.Width, bottom, button.Width, button.Height);
        _accept.SetBounds(_cancel.Left - Dips(8) - button.Width, bottom, button.Width, button.Height);
        _status.SetBounds(margin, bottom - Dips(4), column - Dips(20) - margin, button.Height + Dips(8));

        var strip = bottom - Dips(16) - Dips(30);
        var width = column - Dips(20) - margin;
        _view.SetBounds(margin, margin, width, Dips(32));
        _preview.SetBounds(margin, _view.Bottom + Dips(8), width, strip - Dips(16) - _view.Bottom);
        _compare.SetBounds(margin - _compare.Inset, strip, _compare.NaturalWidth, Dips(30));
        _zoom.SetBounds(_preview.Right - Dips(220), strip, Dips(220), Dips(30));
        // Room for the upright scroll bar, whether it is there or not, or a lying one would come with it.
        var room = _column.Width - Outdent - Dips(LabelInset) - SystemInformation.GetVerticalScrollBarWidthForDpi(DeviceDpi);
        LayOutColumn(Math.Min(Dips(ColumnWidth), room), _column.Height);
    }

    // In the column's own coordinates, which scrolling moves.
    private void LayOutColumn(int width, int bottom)
    {
        var line = Font.Height + Dips(2);
        var (left, top) = (Outdent + Dips(LabelInset), _column.AutoScrollPosition.Y);
        var y = top + Dips(Margin16);
        width -= Dips(LabelInset);
        var text = Outdent;
        _intensityLabel.SetBounds(text, y, width / 2, line);
        _intensityValue.SetBounds(left + (width / 2), y, width - (width / 2) + Dips(LabelInset), line);
        y += line + Dips(4);
        _intensity.SetBounds(left, y, width, Dips(30) + line);
        y = _intensity.Bottom + Dips(12);
        _qualityLabel.SetBounds(text, y, width, line);
        _quality.SetBounds(left, y + line + Dips(4), width, Dips(32));
        y = _quality.Bottom + Dips(10);
        _flatLabel.SetBounds(text, y + ((Dips(30) - line) / 2), width * 4 / 10, line);
        _flat.SetBounds(left + (width * 4 / 10), y, width - (width * 4 / 10), Dips(30));
        y = _flat.Bottom + Dips(12);
        _styleLabel.SetBounds(text, y, width, line);
        _style.SetBounds(left, y + line + Dips(4), width, _style.Height);
        y = _style.Bottom + Dips(14);
        _deviceLabel.SetBounds(text, y, width, line);
        _device.SetBounds(left, y + line + Dips(4), width, _device.Height);
        _deviceLine.SetBounds(text, _device.Bottom + Dips(5), width, line * 2);
        y = _deviceLine.Bottom + Dips(6);
        _encodersLabel.SetBounds(text, y + ((Dips(30) - line) / 2), width * 3 / 10, line);
        _encoders.SetBounds(left + (width * 3 / 10), y, width - (width * 3 / 10), Dips(30));
        y = _encoders.Bottom + Dips(14);
        _change.SetBounds(left, y, width, _change.HeightFor(1));
        y = _change.Bottom + Dips(10);
        _protection.SetBounds(left, y, width, _protection.HeightFor(2));
        y = _protection.Bottom + Dips(2);
        _families.SetBounds(left, y, width, _families.HeightFor(Math.Max(4, _shown?.Families.Count ?? 0)));
        y = _families.Bottom + Dips(6);
        var restoreTop = Math.Max(y + (2 * line) + Dips(4), top + bottom - Dips(30));
        _notice.SetBounds(text, y, width, restoreTop - y - Dips(4));
        _restore.SetBounds(left + width + Dips(LabelInset) - _restore.NaturalWidth, restoreTop, _restore.NaturalWidth, Dips(30));
        _help.SetBounds(left - _help.Inset, restoreTop, _help.NaturalWidth, Dips(30));
        _copyDetails.SetBounds(_help.Right, restoreTop, _copyDetails.NaturalWidth, Dips(30));
    }

    private void ApplyPalette()
    {
        _palette = ThemePalette.For(BackColor);
        var controls = Controls.OfType<Control>().Concat(_column.Controls.OfType<Control>()).ToList();
        _column.BackColor = BackColor;
        foreach (var control in controls.OfType<ThemedControl>())
        {
            control.Palette = _palette;
            control.BackColor = BackColor;
        }

        foreach (var button in controls.OfType<PushButton>())
        {
            button.Palette = _palette;
        }

        foreach (var list in controls.OfType<ChoiceList>())
        {
            list.Palette = _palette;
        }

        foreach (var label in controls.OfType<Label>())
        {
            label.ForeColor = _palette.Text;
        }

        _intensityValue.ForeColor = _palette.Accent;
        _deviceLine.ForeColor = _palette.SubtleText;
        _notice.ForeColor = _palette.Warning;
        Invalidate(invalidateChildren: true);
    }
}
