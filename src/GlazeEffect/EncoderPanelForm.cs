using System.Drawing;
using System.Globalization;
using System.Windows.Forms;
using Glaze.Client.Encoders;
using Glaze.Client.Engine;
using Glaze.Client.Resources;
using GlazeEffectPlugin.Resources;
using GlazeEffectPlugin.Controls;

namespace GlazeEffectPlugin;

/// <summary>"Protect against": the encoders, ticked or not; installed, removed, verified. What it shows is <see cref="EncoderPanelModel"/>'s state.</summary>
internal sealed class EncoderPanelForm : Form
{
    private readonly EncoderPanelModel _model;
    private readonly ThemePalette _palette;
    private readonly Label _intro = new() { Name = "intro" };
    private readonly Panel _list = new() { AutoScroll = true };
    private readonly Dictionary<string, EncoderRow> _rows = new(StringComparer.Ordinal);
    private readonly ProgressLine _note = new() { Name = "note" };
    private readonly PushButton _install = new() { Name = "install" };
    private readonly PushButton _pause = new() { Name = "pause" };
    private readonly PushButton _giveUp = new() { Name = "giveUp" };
    private readonly PushButton _remove = new() { Name = "remove" };
    private readonly PushButton _verify = new() { Name = "verify" };
    private readonly PushButton _fromFile = new() { Name = "fromFile" };
    private readonly PushButton _close = new() { Name = "close", IsPrimary = true };
    private string? _selected;

    /// <summary>Builds the panel in the dialog's colours.</summary>
    public EncoderPanelForm(EncoderPanelModel model, ThemePalette palette)
    {
        (_model, _palette) = (model, palette);
        InitializeControls();
        model.StateChanged += OnStateChanged;
    }

    private EncoderItem? Selected => _model.State.Items.FirstOrDefault(item => item.Model.Name == _selected);

    protected override void OnShown(EventArgs e)
    {
        base.OnShown(e);
        _model.Refresh();
    }

    protected override void OnLayout(LayoutEventArgs levent)
    {
        base.OnLayout(levent);
        LayOut();
    }

    protected override void Dispose(bool disposing)
    {
        _model.StateChanged -= OnStateChanged;
        base.Dispose(disposing);
    }

    private static string Words(UserText? text) => text?.Format(CultureInfo.CurrentUICulture) ?? "";

    private int Dips(int dips) => LogicalToDeviceUnits(dips);

    private void OnStateChanged(object? sender, EventArgs e) => Background.Guard(ShowState);

    private void InitializeControls()
    {
        SuspendLayout();
        AutoScaleMode = AutoScaleMode.None;
        Name = "EncoderPanelForm";
        Text = PanelTexts.Title;
        FormBorderStyle = FormBorderStyle.Sizable;
        MinimizeBox = MaximizeBox = ShowInTaskbar = ShowIcon = false;
        StartPosition = FormStartPosition.CenterParent;
        BackColor = _palette.Background;
        ClientSize = new Size(Dips(620), Dips(520));
        MinimumSize = SizeFromClientSize(new Size(Dips(560), Dips(320)));
        _intro.Text = PanelTexts.Intro;
        _intro.ForeColor = _palette.Text;
        _note.Palette = _palette;
        _note.BackColor = _palette.Background;
        _install.Text = PanelTexts.Install;
        _pause.Text = PanelTexts.Pause;
        _giveUp.Text = PanelTexts.GiveUp;
        _remove.Text = PanelTexts.Remove;
        _verify.Text = PanelTexts.Verify;
        _fromFile.Text = PanelTexts.FromFile;
        _close.Text = PanelTexts.Close;
        _install.Click += (_, _) => Install();
        _pause.Click += (_, _) => _model.Pause();
        _giveUp.Click += (_, _) => _model.GiveUp();
        _remove.Click += (_, _) => _model.Remove(_selected!);
        _verify.Click += (_, _) => _model.Verify(_selected!);
        _fromFile.Click += (_, _) => ImportFile();
        _close.Click += (_, _) => Close();
        Control[] inTabOrder = [_list, _install, _pause, _giveUp, _remove, _verify, _fromFile, _close, _intro, _note];
        for (var i = 0; i < inTabOrder.Length; i++)
        {
            inTabOrder[i].TabIndex = i;
        }

        Controls.AddRange(inTabOrder);
        foreach (var button in Controls.OfType<PushButton>())
        {
            button.Palette = _palette;
        }

        CancelButton = _close;
        ShowState();
        ResumeLayout(performLayout: true);
    }

    private void LayOut()
    {
        var margin = Dips(16);
        var width = ClientSize.Width - (2 * margin);
        var intro = TextRenderer.MeasureText(_intro.Text, Font, new Size(width, int.MaxValue), TextFormatFlags.WordBreak).Height + Dips(2);
        _intro.SetBounds(margin - Dips(3), margin, width + Dips(6), intro);
        var buttons = ClientSize.Height - margin - Dips(32);
        var left = margin;
        foreach (var button in (PushButton[])[_install, _pause, _giveUp, _remove, _verify, _fromFile])
        {
            var wide = button == _pause || button == _giveUp ? 0 : button.NaturalWidth;
            var shown = _model.State.IsFetching ? button == _pause || button == _giveUp : wide > 0;
            button.Visible = shown;
            if (shown)
            {
                button.SetBounds(left, buttons, button.NaturalWidth, Dips(32));
                left = button.Right + Dips(8);
            }
        }

        _close.SetBounds(ClientSize.Width - margin - Dips(96), buttons, Dips(96), Dips(32));
        _note.SetBounds(margin, buttons - Dips(10) - (3 * Font.Height), width, (3 * Font.Height) + Dips(4));
        _list.SetBounds(margin, _intro.Bottom + Dips(8), width, Math.Max(Dips(60), _note.Top - _intro.Bottom - Dips(14)));
        LayOutRows();
    }

    private void LayOutRows()
    {
        var y = _list.AutoScrollPosition.Y;
        foreach (var row in _list.Controls.OfType<EncoderRow>())
        {
            row.SetBounds(0, y, _list.ClientSize.Width, row.NaturalHeight);
            y += row.Height + Dips(2);
        }
    }

    private void ShowState()
    {
        var state = _model.State;
        foreach (var item in state.Items)
        {
            if (!_rows.TryGetValue(item.Model.Name, out var row))
            {
                row = _rows[item.Model.Name] = CreateRow(item.Model.Name);
            }

            row.Show(item.Model.Family, Words(item.State), Words(item.About), item.IsChosen, item.CanChoose, item.CanChoose && state.Busy is null);
            row.IsSelected = item.Model.Name == _selected;
        }

        foreach (var gone in _rows.Keys.Where(name => state.Items.All(item => item.Model.Name != name)).ToList())
        {
            _rows.Remove(gone, out var row);
            _list.Controls.Remove(row);
            row?.Dispose();
        }

        _note.Text = Words(state.Note);
        _note.IsError = state.IsError;
        _note.Fraction = state.IsFetching ? state.Fraction ?? 0 : null;
        ShowButtons(state);
        LayOut();
    }

    private void ShowButtons(EncoderPanelState state)
    {
        var (item, isFree) = (Selected, state.Busy is null && state.Items.Count > 0);
        _install.Text = item?.Model.State == Glaze.Protocol.Messages.ModelState.Partial ? PanelTexts.Resume : PanelTexts.Install;
        _install.Enabled = isFree && item is { CanInstall: true };
        _remove.Enabled = isFree && item is { CanRemove: true };
        _verify.Enabled = isFree && item is { CanVerify: true };
        _fromFile.Enabled = isFree;
    }

    private EncoderRow CreateRow(string name)
    {
        var row = new EncoderRow { Name = $"encoder-{name}", TabIndex = _rows.Count, Palette = _palette, BackColor = _palette.Background };
        row.Enter += (_, _) =>
        {
            _selected = name;
            ShowState();
        };
        row.Ticked += (_, _) => _model.Choose(name, !row.IsChosen);
        _list.Controls.Add(row);
        return row;
    }

    // The network is used only after this question.
    private void Install()
    {
        if (Selected is not { } item)
        {
            return;
        }

        var model = item.Model;
        var question = PanelTexts.Agree(model.Family, Words(EncoderPanelModel.SizeOf(model.Bytes)), model.Host ?? "?", model.Licence ?? "?", model.LicenceUrl ?? "");
        using var agreement = new AgreementForm(PanelTexts.Title, question, PanelTexts.Install, Texts.Cancel, _palette);
        if (agreement.ShowDialog(this) == DialogResult.OK)
        {
            _model.Install(model.Name);
        }
    }

    private void ImportFile()
    {
        using var open = new OpenFileDialog { Title = PanelTexts.Title, Filter = $"{PanelTexts.Files} (*.safetensors)|*.safetensors", CheckFileExists = true };
        if (open.ShowDialog(this) == DialogResult.OK)
        {
            // Which encoder it is its hash tells; what is published without one is said by the row that is selected.
            var isUnhashed = Selected is { Model.State: Glaze.Protocol.Messages.ModelState.FileOnly };
            _model.Import(open.FileName, isUnhashed ? _selected! : "");
        }
    }
}
