using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Results;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Dialog;

/// <summary>
/// The dialog without its window: commands in, states out. Commands are called on the dialog's thread, that is where
/// <see cref="StateChanged"/> is raised; no command blocks. Any change of the settings starts a preview by itself once the
/// controls rest. Nothing is written anywhere but to the user's settings.
/// </summary>
public sealed partial class CloakDialogModel : IDisposable
{
    private readonly DialogOptions _options;
    private readonly CloakRenderer _renderer;
    private readonly ITimer _debounce;
    private readonly LatestPost<CloakProgress> _progress;
    private readonly LatestPost<PreviewPicture> _previews;
    private readonly CancellationTokenSource _closed = new();
    private CancellationTokenSource? _work;
    private CancellationTokenSource? _styles;
    private CancellationTokenSource? _looking;
    private PixelRectangle _region;
    private bool _isClosed;

    /// <summary>Creates the model of a dialog that is about to open. Starts nothing; see <see cref="Open"/>.</summary>
    /// <param name="options">What the dialog is opened with.</param>
    public CloakDialogModel(DialogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _renderer = options.Renderer;
        _region = options.PreviewRegion ?? options.Picture.SelectionBounds;
        _progress = new LatestPost<CloakProgress>(options.Context, ShowProgress);
        _previews = new LatestPost<PreviewPicture>(options.Context, ShowPreview);
        _debounce = options.Time.CreateTimer(_ => Background.Guard(() => Post(BeginPreview)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        State = new DialogState
        {
            Settings = (options.Settings ?? _renderer.Saved).Clamp(),
            Styles = [new StyleChoice(CloakRequest.AutoStyle, new UserText(TextKey.StyleAuto))],
            DeviceLine = new UserText(TextKey.DeviceUnknown),
            HasWork = !options.Picture.IsEmptySelection && !options.Picture.IsTransparent,
            Status = new UserText(
                options.Picture.IsEmptySelection ? TextKey.NothingSelected
                : options.Picture.IsTransparent ? TextKey.LayerTransparent
                : TextKey.Ready),
            Warning = _renderer.Warning,
            PictureNotice = options.PictureNotice,
        };
        ShowCatalogue();
    }

    /// <summary>Raised on the dialog's thread after <see cref="State"/> changed.</summary>
    public event EventHandler? StateChanged;

    /// <summary>What the dialog shows now.</summary>
    public DialogState State { get; private set; }

    /// <summary>The dialog is on the screen: warms the engine up and starts the first preview; the style list's pictures follow when it is quiet.</summary>
    public void Open() => StartPreview();

    /// <summary>Moves the slider.</summary>
    /// <param name="intensity">0 to 100; values outside are brought inside.</param>
    public void SetIntensity(int intensity) => Change(settings => settings with { Intensity = intensity });

    /// <summary>Chooses the effort. The preview does not depend on it, so none is started.</summary>
    /// <param name="quality">The effort.</param>
    public void SetQuality(RenderQuality quality) => Change(settings => settings with { Quality = quality });

    /// <summary>Chooses the target style.</summary>
    /// <param name="style">A name from <see cref="DialogState.Styles"/>.</param>
    public void SetStyle(string style) => Change(settings => settings with { Style = style });

    /// <summary>Chooses the device.</summary>
    /// <param name="device">How it is reached.</param>
    /// <param name="adapter">Which card, by its <see cref="DeviceDescription.Identity"/>; null = any.</param>
    public void SetDevice(DeviceKind device, string? adapter = null) =>
        Change(settings => settings with { Device = device, Adapter = adapter });

    /// <summary>Chooses the seed.</summary>
    /// <param name="seed">Any number.</param>
    public void SetSeed(int seed) => Change(settings => settings with { Seed = seed });

    /// <summary>Chooses what flat colour may carry.</summary>
    /// <param name="flat">Clean or grain.</param>
    public void SetFlat(FlatColour flat) => Change(settings => settings with { Flat = flat });

    /// <summary>Chooses the encoders to compute on.</summary>
    /// <param name="encoders">As <see cref="EncoderChoice"/> has it.</param>
    /// <param name="isAnewAnyway">Whether encoders came or went, so that the same choice may mean others.</param>
    public void SetEncoders(string encoders, bool isAnewAnyway = false)
    {
        var before = State.Settings;
        Change(settings => settings with { Encoders = encoders });
        if (isAnewAnyway && before == State.Settings)
        {
            Show(State with { ModelView = null });
            StartPreview();
        }
    }

    /// <summary>Chooses what is shown of the picture. What a model sees is asked for as soon as there is a preview to look at.</summary>
    /// <param name="view">What to show.</param>
    public void SetView(DialogView view)
    {
        Show(State with { View = view });
        Look();
    }

    /// <summary>Puts every control back, but keeps the artist's seed and style T.</summary>
    public void RestoreDefaults() => Change(settings => CloakSettings.Default with { Seed = settings.Seed });

    /// <summary>Says what part of the picture the artist looks at; a preview of it follows.</summary>
    /// <param name="region">In picture pixels; what lies outside the picture is cut off, an empty rest is ignored.</param>
    public void SetPreviewRegion(PixelRectangle region)
    {
        var left = Math.Clamp(region.X, 0, _options.Picture.Width);
        var top = Math.Clamp(region.Y, 0, _options.Picture.Height);
        var right = Math.Clamp((long)region.X + region.Width, left, _options.Picture.Width);
        var bottom = Math.Clamp((long)region.Y + region.Height, top, _options.Picture.Height);
        var inside = new PixelRectangle(left, top, (int)(right - left), (int)(bottom - top));
        if (inside != _region && inside is { Width: > 0, Height: > 0 })
        {
            _region = inside;
            StartPreview();
        }
    }

    /// <summary>How large a preview of a part would be, so that the original can be shown at the same resolution.</summary>
    /// <param name="region">The part, in picture pixels; not empty.</param>
    /// <returns>Width and height, at least 1.</returns>
    public (int Width, int Height) PreviewSizeOf(PixelRectangle region) => PreviewSize.Of(region, _options.PreviewMaxSide);

    /// <summary>Asks for a preview once the controls have rested; asking again starts the rest anew.</summary>
    public void StartPreview()
    {
        if (!_isClosed && State is { HasWork: true, CanEdit: true })
        {
            _debounce.Change(_options.Debounce, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Shows the original while true ("hold to compare").</summary>
    /// <param name="isShowing">True on press, false on release.</param>
    public void ShowOriginal(bool isShowing) => Show(State with { IsShowingOriginal = isShowing && State.CanCompare });

    /// <summary>
    /// OK: makes the final result. Ends in <see cref="DialogPhase.Done"/> (at once when the result is kept), in
    /// <see cref="DialogPhase.Faulted"/>, or, when cancelled, in <see cref="DialogPhase.Idle"/>.
    /// </summary>
    public void StartFinal()
    {
        if (_isClosed || !State.CanStart)
        {
            return;
        }

        StopWork();
        SaveSettings();
        var final = State with { IsFinal = true, Fraction = null, Remaining = null, Error = null, Output = null, IsShowingOriginal = false };
        ShowBeginning(final, DialogPhase.Rendering, TextKey.Rendering);
        Track(RenderFinalAsync(BeginWork()));
    }

    /// <summary>Cancels what is under way, within 200 ms, or gives a final result up; settings and the last preview stay.</summary>
    public void Cancel()
    {
        var wasBusy = State.IsBusy || State.Phase == DialogPhase.Done;
        StopWork();
        if (wasBusy)
        {
            Show(State with
            {
                Phase = DialogPhase.Idle,
                Status = new UserText(TextKey.Cancelled),
                IsFinal = false,
                Output = null,
                Fraction = null,
                Remaining = null,
            });
        }
    }

    /// <summary>The dialog closes: cancels what is under way, keeps the artist's choices, raises nothing any more.</summary>
    public void Close()
    {
        if (_isClosed)
        {
            return;
        }

        StopWork();
        SaveSettings();
        _isClosed = true;
        _closed.Cancel();
    }

    /// <summary>Closes, if that has not happened, and releases the timer.</summary>
    public void Dispose()
    {
        Close();
        _debounce.Dispose();
        _closed.Dispose();
    }
}
