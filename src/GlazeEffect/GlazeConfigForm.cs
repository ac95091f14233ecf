using System.Drawing;
using System.Windows.Forms;
using Glaze.Client.Dialog;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Settings;
using GlazeEffectPlugin.Engine;
using GlazeEffectPlugin.Pixels;
using PaintDotNet;
using PaintDotNet.AppModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace GlazeEffectPlugin;

/// <summary>
/// The dialog. What it shows is <see cref="CloakDialogModel"/>'s state and what is pressed are its commands; only laying out and
/// painting happen here. The token stays without a layer until OK has produced one, so that the host has nothing to render again
/// while a slider moves.
/// </summary>
public sealed partial class GlazeConfigForm : EffectConfigForm<GlazeEffect, GlazeConfigToken>
{
    private readonly CancellationTokenSource _closing = new();
    private LayerSource? _source;
    private CloakDialogModel? _model;
    private FinishedLayer? _result;
    private GlazeConfigToken _opened = new();
    private bool _wasAsked;
    private bool _isReading;
    private bool _isLeaving;

    /// <summary>Builds the controls; nothing is read or started before the dialog is shown.</summary>
    public GlazeConfigForm()
    {
        InitializeControls();
        ApplyPalette();
        ShowReading();
    }

    /// <inheritdoc/>
    protected override bool UseAppThemeColorsDefault => true;

    /// <inheritdoc/>
    protected override EffectConfigToken OnCreateInitialToken() => new GlazeConfigToken();

    /// <inheritdoc/>
    protected override void OnUpdateDialogFromToken(GlazeConfigToken token) => _opened = (GlazeConfigToken)token.Clone();

    /// <inheritdoc/>
    protected override void OnUpdateTokenFromDialog(GlazeConfigToken dstToken)
    {
        dstToken.Settings = _result?.Settings ?? _model?.State.Settings ?? _opened.Settings;
        dstToken.Layer = _result;
        dstToken.IsAccepted = _result is not null;
    }

    /// <inheritdoc/>
    protected override async void OnShown(EventArgs e)
    {
        base.OnShown(e);
        _isReading = true;
        try
        {
            await OpenAsync().ConfigureAwait(true);
        }
#pragma warning disable CA1031 // The border to the host: whatever failed is shown, and the dialog can still be cancelled.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ShowFailure(failure);
        }
        finally
        {
            _isReading = false;
            if (_isLeaving)
            {
                DialogResult = DialogResult.Cancel;
                Close();
            }
        }
    }

    /// <inheritdoc/>
    protected override void OnFormClosing(FormClosingEventArgs e)
    {
        base.OnFormClosing(e);
        if (e.Cancel)
        {
            return;
        }

        _closing.Cancel();
        if (_isReading && e.CloseReason is CloseReason.UserClosing or CloseReason.None)
        {
            // The host disposes what is being read as soon as the dialog is gone. Reading ends at once and closes the dialog.
            _isLeaving = e.Cancel = true;
            return;
        }

        _model?.Close();
    }

    /// <inheritdoc/>
    protected override void OnDispose(bool disposing)
    {
        if (disposing)
        {
            _closing.Cancel();
            _model?.Dispose();
            DisposePictures();
        }

        base.OnDispose(disposing);
    }

    private async Task OpenAsync()
    {
        var environment = Environment;
        var imaging = Services.GetService<IImagingFactory>();
        var renderer = SharedRenderer.For(Services);
        var closing = _closing.Token;
        var source = await Task.Run(() => LayerSource.Read(environment, imaging, closing), CancellationToken.None).ConfigureAwait(true);
        closing.ThrowIfCancellationRequested();
        _source = source;
        var model = new CloakDialogModel(new DialogOptions
        {
            Renderer = renderer,
            Picture = source.Picture,
            Context = SynchronizationContext.Current!,
            Settings = _opened.IsAccepted ? _opened.Settings : null,
            PreviewRegion = _preview.View,
            PictureNotice = source.Notice,
        });
        _model = model;
        model.StateChanged += (_, _) => Background.Guard(ShowState, ShowFailure);
        _preview.SetPicture(new Size(source.Picture.Width, source.Picture.Height), source.Picture.SelectionBounds);
        model.SetPreviewRegion(_preview.View);
        ShowState();
        _intensity.Select();

        // A small window scrolls to what is selected, and would hide the label above it.
        _column.AutoScrollPosition = System.Drawing.Point.Empty;
        model.Open();
    }

    private void Accept()
    {
        if (_model is { State.CanStart: true } model)
        {
            _wasAsked = true;
            model.StartFinal();
        }
    }

    // Cancel ends a run that OK began and keeps the dialog; otherwise it leaves the dialog.
    private void CancelOrClose()
    {
        if (_model is { State.IsFinal: true } model)
        {
            _wasAsked = false;
            model.Cancel();
            return;
        }

        DialogResult = DialogResult.Cancel;
        Close();
    }

    // The settings are those the result was made with: the token must not name others.
    private async Task FinishAsync(CloakOutput output, CloakSettings settings)
    {
        var source = _source!;
        try
        {
            _result = await Task.Run(() => source.Finish(settings, output), CancellationToken.None).ConfigureAwait(true);
            _closing.Token.ThrowIfCancellationRequested();
            UpdateTokenFromDialog();
            DialogResult = DialogResult.OK;
            Close();
        }
#pragma warning disable CA1031 // The border to the host: whatever failed, the layer stays as it is and the artist reads why.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _result = null;
            _model?.Cancel();
            ShowFailure(failure);
        }
    }

    // The last catch of everything that happens on the dialog's thread: once it is being left, nobody is there to read.
    private void ShowFailure(Exception failure)
    {
        if (!_closing.IsCancellationRequested && !IsDisposed)
        {
            ShowFailure(LayerCloaker.Explain(failure), failure.ToString());
        }
    }

    private void ShowFailure(string message, string details)
    {
        _status.IsError = true;
        _status.Text = message;
        Background.Guard(() => Services.GetService<IExceptionDialogService>()?.ShowErrorDialog(this, message, details));
    }
}
