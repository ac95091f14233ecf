using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Dialog;

/// <summary>What happens behind the commands. Everything here runs on the dialog's thread unless it says otherwise.</summary>
public sealed partial class CloakDialogModel
{
    private void Change(Func<CloakSettings, CloakSettings> change)
    {
        var settings = change(State.Settings).Clamp();
        if (_isClosed || !State.CanEdit || settings == State.Settings)
        {
            return;
        }

        var isPreviewStale = settings with { Quality = State.Settings.Quality } != State.Settings;
        Show(State with { Settings = settings, Output = null });
        if (isPreviewStale)
        {
            StopLooking();
            Show(State with { ModelView = null });
            StartPreview();
        }
    }

    private void BeginPreview()
    {
        if (State is { HasWork: false } or { CanEdit: false })
        {
            return;
        }

        StopWork();
        ShowBeginning(State with { Fraction = null, Remaining = null, Error = null, ModelView = null }, DialogPhase.Previewing, TextKey.Previewing);
        Track(RenderPreviewAsync(BeginWork()));
    }

    // The engine's start is part of the work, and is told by its own name.
    private void ShowBeginning(DialogState state, DialogPhase phase, TextKey words) => Show(_renderer.IsEngineUp
        ? state with { Phase = phase, Status = new UserText(words) }
        : state with { Phase = DialogPhase.StartingEngine, Status = new UserText(TextKey.StartingEngine) });

    private async Task RenderPreviewAsync(CancellationToken cancellationToken)
    {
        await RunAsync(async observer =>
        {
            await _renderer.StartAsync(cancellationToken).ConfigureAwait(true);

            // OK may have been pressed while the engine's answer was on its way to this thread.
            cancellationToken.ThrowIfCancellationRequested();
            ShowCatalogue();
            Show(State with { Phase = DialogPhase.Previewing, Status = new UserText(TextKey.Previewing) });
            var options = new PreviewOptions(_region, _options.PreviewMaxSide);
            var output = await _renderer.PreviewAsync(_options.Picture, State.Settings, options, observer, cancellationToken).ConfigureAwait(true);
            cancellationToken.ThrowIfCancellationRequested();
            var result = output.Result;
            Finish(result, new UserText(TextKey.PreviewReady), DialogPhase.Idle);
            Show(State with
            {
                Preview = new PreviewPicture(output.Bgra, result.Width, result.Height, result.Region, result.Scale, result.Change),
            });
            Look();
            Track(PaintStylesAsync());
        }, cancellationToken).ConfigureAwait(true);
    }

    private async Task RenderFinalAsync(CancellationToken cancellationToken)
    {
        await RunAsync(async observer =>
        {
            var output = await _renderer.RenderAsync(_options.Picture, State.Settings, observer, cancellationToken).ConfigureAwait(true);
            cancellationToken.ThrowIfCancellationRequested();
            Finish(output.Result, new UserText(TextKey.Done), DialogPhase.Done);
            Show(State with { Output = output, Warning = _renderer.Warning });
        }, cancellationToken).ConfigureAwait(true);
    }

    // One job from its start to its end; what arrives after a cancel or a newer job is nobody's.
    private async Task RunAsync(Func<JobObserver, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run(new JobObserver(
                progress => _progress.Offer(progress, cancellationToken),
                preview => _previews.Offer(preview, cancellationToken))).ConfigureAwait(true);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody wants this work any more: cancel, a newer preview or the closing of the dialog has shown its own state.
        }
        catch (Exception exception)
        {
            // A cancellation that nobody here asked for is a failure too: the engine was stopped by someone else.
            ShowFailure(exception);
        }
    }

    private void ShowFailure(Exception exception) => Show(State with
    {
        Phase = DialogPhase.Faulted,
        Error = ErrorTexts.For(exception),
        Status = ErrorTexts.For(exception),
        IsFinal = false,
        Fraction = null,
        Remaining = null,
    });

    private void Finish(CloakResult result, UserText status, DialogPhase phase)
    {
        Show(State with
        {
            Phase = phase,
            Status = status,
            IsFinal = false,
            Fraction = phase == DialogPhase.Done ? 1 : null,
            Remaining = null,
            DeviceLine = DeviceTexts.For(result.Device),
            VisibleChange = Meters.Read(result.Change),
            Protection = result.Protection is null ? State.Protection : Meters.Read(result.Protection),
            Families = result.Protection is null ? State.Families : Meters.Families(result.Protection, result.Surrogates),
        });
        ShowCatalogue();
    }

    private void ShowProgress(CloakProgress progress)
    {
        var isStarting = State.Phase == DialogPhase.StartingEngine;
        var phase = State.IsFinal ? DialogPhase.Rendering : isStarting ? DialogPhase.Previewing : State.Phase;
        Show(State with
        {
            Phase = phase,
            Status = phase == DialogPhase.Refining ? State.Status : new UserText(ProgressTexts.For(progress.Stage)),
            Fraction = progress.Fraction,
            Remaining = ProgressTexts.Remaining(progress.RemainingSeconds),
            DeviceLine = progress.Device is null ? State.DeviceLine : DeviceTexts.For(progress.Device),
        });
    }

    private void ShowPreview(PreviewPicture preview) => Show(State with
    {
        Phase = State.IsFinal ? State.Phase : DialogPhase.Refining,
        Status = State.IsFinal ? State.Status : new UserText(TextKey.Refining),
        Preview = preview,
        VisibleChange = preview.Change is null ? State.VisibleChange : Meters.Read(preview.Change),
    });

    private void ShowCatalogue()
    {
        if (_renderer.Catalogue is not { } welcome)
        {
            return;
        }

        var artistStyle = welcome.Styles.FirstOrDefault(style => string.Equals(style.Name, _renderer.ArtistStyle, StringComparison.Ordinal));
        var automatic = artistStyle is null
            ? new UserText(TextKey.StyleAuto)
            : new UserText(TextKey.StyleAutoNamed, artistStyle.DisplayName);
        List<StyleChoice> styles =
        [
            new StyleChoice(CloakRequest.AutoStyle, automatic, PictureOf(artistStyle?.Name)),
            .. welcome.Styles.Select(style => new StyleChoice(style.Name, new UserText(TextKey.Raw, style.DisplayName), PictureOf(style.Name))),
        ];
        List<DeviceDescription> devices = [.. welcome.Devices.Where(device => device.Usable)];
        Show(State with { Styles = Kept(State.Styles, styles), Devices = Kept(State.Devices, devices) });
    }

    // A list that says the same stays the same object: the artist may be choosing from it.
    private static IReadOnlyList<T> Kept<T>(IReadOnlyList<T> shown, List<T> now) => shown.SequenceEqual(now) ? shown : now;

    private StylePicture? PictureOf(string? style) =>
        _renderer.StylePictures.FirstOrDefault(picture => string.Equals(picture.Style, style, StringComparison.Ordinal));

    // Only between jobs, and given up as soon as the artist wants something: a preview must not wait for decoration.
    private async Task PaintStylesAsync()
    {
        if (_renderer.StylePictures.Count > 0 || State.IsBusy || _isClosed)
        {
            return;
        }

        _styles = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        await _renderer.PaintStylesAsync(_styles.Token).ConfigureAwait(true);
        ShowCatalogue();
    }

    // Only at a preview that is as good as it gets; looking again at the same one costs nothing.
    private void Look()
    {
        if (State is { View: DialogView.Model, Phase: DialogPhase.Idle, ModelView: null, Preview: not null } && _renderer.IsEngineUp && !_isClosed && _looking is null)
        {
            _looking = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
            Track(LookAsync(_looking.Token));
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var view = await _renderer.LookAsync(cancellationToken).ConfigureAwait(true);
            if (!cancellationToken.IsCancellationRequested)
            {
                Show(State with { ModelView = view });
            }
        }
        catch (EngineFaultException fault) when (fault.Fault.Code == FaultCode.PictureUnknown)
        {
            // The engine was started anew meanwhile: the next preview is looked at.
            StartPreview();
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Another preview, or none, is looked at.
        }
        catch (Exception exception)
        {
            ShowFailure(exception);
        }
        finally
        {
            if (_looking?.Token == cancellationToken)
            {
                StopLooking();
            }
        }
    }

    private void StopLooking()
    {
        _looking?.Cancel();
        _looking?.Dispose();
        _looking = null;
    }

    private void SaveSettings()
    {
        _renderer.Save(State.Settings);
        Show(State with { Warning = _renderer.Warning });
    }

    private CancellationToken BeginWork()
    {
        _work = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        return _work.Token;
    }

    private void StopWork()
    {
        _debounce.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _work?.Cancel();
        _work?.Dispose();
        _work = null;
        StopLooking();
        _styles?.Cancel();
        _styles?.Dispose();
        _styles = null;
    }

    private void Show(DialogState state)
    {
        if (!_isClosed && state != State)
        {
            State = state;
            StateChanged?.Invoke(this, EventArgs.Empty);
        }
    }

    // From any thread to the dialog's, as long as that one is there.
    private void Post(Action action) => _options.Context.Post(_ =>
    {
        if (!_isClosed)
        {
            action();
        }
    }, null);

    // Work catches its own failures; what is left is a defect, and is shown as one.
    private void Track(Task work) => Background.Watch(work, failure => Post(() => ShowFailure(failure)));
}
