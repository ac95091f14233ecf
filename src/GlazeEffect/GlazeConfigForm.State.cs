using System.Drawing;
using System.Globalization;
using Glaze.Client.Dialog;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;
using GlazeEffectPlugin.Controls;
using GlazeEffectPlugin.Pixels;
using GlazeEffectPlugin.Resources;

namespace GlazeEffectPlugin;

/// <summary>From the model's state to the controls.</summary>
public sealed partial class GlazeConfigForm
{
    private readonly Dictionary<StylePicture, Image> _stylePictures = [];
    private readonly Image _icon = PluginIcon.Load(int.MaxValue);
    private static readonly DialogView[] Views = [DialogView.Original, DialogView.Cloaked, DialogView.Model];

    private bool _isShowingState;
    private object? _paneShows;
    private DialogState? _shown;
    private CancellationTokenSource _originalRead = new();

    private static string Words(UserText? text) => text?.Format(CultureInfo.CurrentUICulture) ?? "";

    private void ShowReading()
    {
        _status.Text = Texts.ReadingLayer;
        _device.SetChoices([new ChoiceLine("auto", Texts.DeviceAutomatic)], "auto");
        _accept.Enabled = _compare.Enabled = _restore.Enabled = false;
        SetEditable(canEdit: false);
    }

    private void ShowState()
    {
        if (_model is not { } model || IsDisposed)
        {
            return;
        }

        var (state, before) = (model.State, _shown);
        _shown = state;
        _isShowingState = true;
        try
        {
            ShowSettings(state);
            ShowStyles(state, before);
            ShowDevices(state, before);
            ShowWork(state);
            ShowMeters(state, before);
            ShowPreview(state, before);
        }
        finally
        {
            _isShowingState = false;
        }

        if (state is { Phase: DialogPhase.Done, Output: { } output } && before?.Output is null && _wasAsked)
        {
            _wasAsked = false;
            Background.Watch(FinishAsync(output, state.Settings), ShowFailureFromAnywhere);
        }
        else if (state is { Phase: DialogPhase.Faulted, Error: { } error } && _wasAsked)
        {
            _wasAsked = false;
            ShowFailure(Words(error), Words(state.DeviceLine));
        }
    }

    private void ShowSettings(DialogState state)
    {
        SetEditable(state.CanEdit);
        _intensity.Value = state.Settings.Intensity;
        _intensityValue.Text = state.Settings.Intensity.ToString(CultureInfo.CurrentCulture);
        _quality.SelectedIndex = (int)state.Settings.Quality;
        _flat.SelectedIndex = (int)state.Settings.Flat;
        _view.SelectedIndex = Math.Max(0, Array.IndexOf(Views, state.View));
        var chosen = EncoderChoice.Names(state.Settings.Encoders).Count;
        _encoders.Text = chosen == 0 ? Texts.EncodersUsual : Texts.EncodersChosen(chosen);
        _restore.Enabled = state.CanRestoreDefaults;
    }

    private void SetEditable(bool canEdit) =>
        _intensity.Enabled = _quality.Enabled = _flat.Enabled = _style.Enabled = _device.Enabled = _encoders.Enabled = canEdit;

    private void ShowStyles(DialogState state, DialogState? before)
    {
        if (!ReferenceEquals(before?.Styles, state.Styles))
        {
            _style.SetChoices(
                [.. state.Styles.Select(choice => new ChoiceLine(choice.Name, Words(choice.Label), PictureOf(choice.Picture) ?? _icon))],
                state.Settings.Style);
            _style.AccessibleDescription = Texts.StylePictures(_stylePictures.Count);
        }
        else if (before.Settings.Style != state.Settings.Style)
        {
            _style.Select(state.Settings.Style);
        }
    }

    private void ShowDevices(DialogState state, DialogState? before)
    {
        var chosen = DeviceName(state.Settings.Device, state.Settings.Adapter);
        if (!ReferenceEquals(before?.Devices, state.Devices))
        {
            _device.SetChoices(
                [
                    new ChoiceLine(DeviceName(DeviceKind.Auto, null), Texts.DeviceAutomatic),
                    .. state.Devices.Select(d => new ChoiceLine(DeviceName(d.Kind, d.Identity), d.Name)),
                ],
                chosen);
        }
        else
        {
            _device.Select(chosen);
        }

        _deviceLine.Text = Words(state.DeviceLine);
        _tips.SetToolTip(_deviceLine, _deviceLine.Text);
    }

    private void ShowWork(DialogState state)
    {
        _status.IsError = state.Phase == DialogPhase.Faulted;
        _status.Text = state.Remaining is null ? Words(state.Status) : $"{Words(state.Status)} {Words(state.Remaining)}";
        _status.Fraction = state.IsBusy ? state.Fraction ?? 0 : null;
        _notice.Text = Words(state.Notice);
        _accept.Enabled = state.CanStart;
        _compare.Enabled = state.CanCompare && !state.IsFinal;
    }

    private void ShowMeters(DialogState state, DialogState? before)
    {
        Show(_change, state.VisibleChange);
        Show(_protection, state.Protection);
        _tips.SetToolTip(_protection, Words(state.Protection.Detail));
        if (!ReferenceEquals(before?.Families, state.Families))
        {
            _families.Show([.. state.Families.Select(family => new FamilyRow(family.Family, family.Level, Words(family.Verdict), ColorOf(family.Mood)))]);
            _tips.SetToolTip(_families, string.Join(System.Environment.NewLine, state.Families.Select(family => Words(family.Detail))));
            PerformLayout();
        }

        void Show(Meter meter, MeterReading reading) =>
            meter.Show(reading.Level, Words(reading.Verdict), Words(reading.Figures), ColorOf(reading.Mood));
    }

    private Color ColorOf(MeterMood mood) => mood switch
    {
        MeterMood.Good => _palette.Good,
        MeterMood.Fair => _palette.Warning,
        _ => _palette.Error,
    };

    private void ShowPreview(DialogState state, DialogState? before)
    {
        _preview.IsShowingOriginal = state.ShowsOriginal;
        if (state is { View: DialogView.Model, ModelView: { } view })
        {
            ShowModelView(view);
            _preview.Badge = Words(state.Badge);
            return;
        }

        var wasModel = _paneShows is ModelViewPicture;
        if (!ReferenceEquals(_paneShows, state.Preview) && state.Preview is { } preview)
        {
            _paneShows = preview;
            _preview.ShowPreview(ViewImage.FromBgra(preview.Bgra, preview.Width, preview.Height, preview.Region));
            if (wasModel || before?.Preview is not { } old || (old.Region, old.Width) != (preview.Region, preview.Width))
            {
                ReadOriginal(preview.Region, preview.Width, preview.Height);
            }
        }

        _preview.Badge = Words(state.Badge);
    }

    private void ShowModelView(ModelViewPicture view)
    {
        if (!ReferenceEquals(_paneShows, view))
        {
            _paneShows = view;
            _originalRead.Cancel();
            _preview.ShowPreview(ViewImage.FromBgra(view.Cloaked, view.Width, view.Height, view.Region));
            _preview.ShowOriginal(ViewImage.FromBgra(view.Original, view.Width, view.Height, view.Region));
        }
    }

    private void ReadOriginal(PixelRectangle region, int width, int height) =>
        Background.Watch(ReadOriginalAsync(region, width, height), ShowFailureFromAnywhere);

    // A failure that was left to itself has left the dialog's thread, and the window may be gone when it gets back.
    private void ShowFailureFromAnywhere(Exception failure) => BeginInvoke(() => ShowFailure(failure));

    // The original at exactly the preview's resolution, so that comparing shows the cloak and no difference of sharpness.
    private async Task ReadOriginalAsync(PixelRectangle region, int width, int height)
    {
        var before = _originalRead;
        _originalRead = new CancellationTokenSource();
        var (picture, cancellation) = (_source!.Picture, _originalRead.Token);
        await before.CancelAsync().ConfigureAwait(true);
        before.Dispose();
        try
        {
            var pixels = await Task.Run(
                () => AreaSampler.Shrink(picture.Bgra, picture.Width, region, width, height, cancellation), cancellation)
                .ConfigureAwait(true);
            if (!cancellation.IsCancellationRequested && !IsDisposed)
            {
                _preview.ShowOriginal(ViewImage.FromBgra(pixels, width, height, region));
            }
        }
        catch (OperationCanceledException)
        {
            // A newer part of the picture is looked at.
        }
    }

    private void LookAt()
    {
        if (_model is not { } model || _preview.View is not { Width: > 0, Height: > 0 } view)
        {
            return;
        }

        var (width, height) = model.PreviewSizeOf(view);
        ReadOriginal(view, width, height);
        model.SetPreviewRegion(view);
    }

    private Image? PictureOf(StylePicture? picture)
    {
        if (picture is null)
        {
            return null;
        }

        if (!_stylePictures.TryGetValue(picture, out var image))
        {
            image = ViewImage.FromBgra(
                picture.Bgra, picture.Width, picture.Height, PixelRectangle.Whole(picture.Width, picture.Height)).Bitmap;
            _stylePictures[picture] = image;
        }

        return image;
    }

    private void DisposePictures()
    {
        _originalRead.Cancel();
        _icon.Dispose();
        foreach (var image in _stylePictures.Values)
        {
            image.Dispose();
        }
    }

    private static string DeviceName(DeviceKind kind, string? adapter) => adapter is null ? kind.ToString() : $"{kind}/{adapter}";
}
