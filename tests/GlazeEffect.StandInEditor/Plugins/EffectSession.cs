using GlazeEffect.StandInEditor.Documents;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>Dialog, preview on the canvas, OK; or a repeat without a dialog. Remembers the last token, as the host does.</summary>
internal sealed class EffectSession(
    DiscoveredEffect effect, PictureDocument document, HostServices services, UndoHistory history, EventLog log) : IDisposable
{
    private EffectConfigToken? _lastToken;
    private CancellationTokenSource _preview = new();
    private int _runs;

    /// <summary>Raised on the window's thread with a preview, or null when the layer is to be shown as it is.</summary>
    public event Action<MemoryBitmap<ColorBgra32>?>? PreviewChanged;

    public bool CanRepeat => _lastToken is not null;

    public async Task RunDialogAsync(Form owner)
    {
        log.Write("dialog-opening", effect.Name);
        var imaging = (IImagingFactory)services.GetService(typeof(IImagingFactory))!;
        using var environment = new EffectEnvironment(document, imaging);
        using var instance = effect.CreateInstance(services, environment);
        using var form = instance.CreateConfigForm();
        if (_lastToken is not null)
        {
            form.Token = (EffectConfigToken)_lastToken.Clone();
        }

        form.TokenChanged += (_, _) => _ = PreviewAsync((EffectConfigToken)form.Token.Clone());
        var answer = form.ShowDialog(owner);
        log.Write("dialog-closed", answer.ToString());
        await _preview.CancelAsync();
        PreviewChanged?.Invoke(null);
        if (answer == DialogResult.OK)
        {
            _lastToken = (EffectConfigToken)form.Token.Clone();
            await ApplyAsync("applied");
        }
    }

    public async Task RepeatAsync()
    {
        log.Write("repeat-started");
        await ApplyAsync("repeated");
    }

    public void Dispose() => _preview.Dispose();

    private async Task ApplyAsync(string done)
    {
        try
        {
            var run = new EffectRun(effect, document, services, log);
            var result = await run.RenderAsync(_lastToken, CancellationToken.None);
            history.Apply(document.Layers[document.ActiveLayer], result.Pixels);
            PreviewChanged?.Invoke(null);
            log.Write(done, $"undo={history.UndoCount}");
        }
        catch (Exception failure)
        {
            log.Write("apply-failed", failure.ToString());
        }
    }

    private async Task PreviewAsync(EffectConfigToken token)
    {
        var number = ++_runs;
        await _preview.CancelAsync();
        _preview = new CancellationTokenSource();
        var cancellation = _preview.Token;
        log.Write("token-changed", $"{number}");
        try
        {
            var run = new EffectRun(effect, document, services, log);
            var result = await run.RenderAsync(token, cancellation);
            if (!cancellation.IsCancellationRequested)
            {
                PreviewChanged?.Invoke(result);
                log.Write("preview-rendered", $"{number}");
            }
        }
        catch (OperationCanceledException)
        {
            log.Write("preview-cancelled", $"{number}");
        }
        catch (Exception failure)
        {
            log.Write("preview-failed", failure.ToString());
        }
    }
}
