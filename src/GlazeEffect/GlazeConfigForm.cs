using System.Drawing;
using System.Windows.Forms;
using Glaze.Client.Dialog;
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
    private CloakedLayer? _result;
    private GlazeConfigToken _opened = new();
    private bool _wasAsked;

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
        dstToken.Settings = _model?.State.Settings ?? _opened.Settings;
        dstToken.Layer = _result;
        dstToken.IsAccepted = _result is not null;
    }

    /// <inheritdoc/>
    protected override async void OnShown(EventArgs e)
    {
        base.OnShown(e);
        try
        {
            await OpenAsync().ConfigureAwait(true);
        }
        catch (OperationCanceledException)
        {
            // Closed before the layer was read.
        }
#pragma warning disable CA1031 // The border to the host: whatever failed is shown, and the dialog can still be cancelled.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ShowFailure(LayerCloaker.Explain(failure), failure.ToString());
        }
    }

    /// <inheritdoc/>
    protected override void OnFormClosing(FormClosingEventArgs e)
    {
        base.OnFormClosing(e);
        if (!e.Cancel)
        {
            _closing.Cancel();
            _model?.Close();
        }
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
        var (source, isEmpty) = await Task.Run(
            () =>
            {
                var read = LayerSource.Read(environment, imaging);
                return (read, read.IsEmpty);
            },
            _closing.Token).ConfigureAwait(true);
        _closing.Token.ThrowIfCancellationRequested();
        _source = source;
        var model = new CloakDialogModel(new DialogOptions
        {
            Renderer = renderer,
            Picture = source.Picture,
            Context = SynchronizationContext.Current!,
            Settings = _opened.IsAccepted ? _opened.Settings : null,
            PreviewRegion = _preview.View,
        });
        _model = model;
        model.StateChanged += (_, _) => ShowState();
        _preview.SetPicture(new Size(source.Picture.Width, source.Picture.Height), source.Picture.SelectionBounds);
        model.SetPreviewRegion(_preview.View);
        ShowState();
        _intensity.Select();
        if (!isEmpty)
        {
            model.Open();
        }
    }

    private void Accept()
    {
        if (_model is { } model && model.State.CanStart && _source is { IsEmpty: false })
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

    private async Task FinishAsync(Glaze.Client.Results.CloakOutput output)
    {
        var (source, settings) = (_source!, _model!.State.Settings);
        try
        {
            _result = await Task.Run(() => CloakedLayer.Create(source, settings, output.Bgra), _closing.Token).ConfigureAwait(true);
            UpdateTokenFromDialog();
            DialogResult = DialogResult.OK;
            Close();
        }
        catch (OperationCanceledException)
        {
            // Closed in this very moment.
        }
#pragma warning disable CA1031 // The border to the host: whatever failed, the layer stays as it is and the artist reads why.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ShowFailure(LayerCloaker.Explain(failure), failure.ToString());
        }
    }

    private void ShowFailure(string message, string details)
    {
        _status.IsError = true;
        _status.Text = message;
        Services.GetService<IExceptionDialogService>()?.ShowErrorDialog(this, message, details);
    }
}
