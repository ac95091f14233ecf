using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Results;

/// <summary>
/// The one door to engine, results and saved settings, with or without a dialog: previews, and final results (OK, and "repeat effect"),
/// for which it looks into the cache first; it keeps the result and the artist's style.
/// </summary>
public sealed class CloakRenderer
{
    private const int StylePictureSide = 64;

    private readonly EngineClient _engine;
    private readonly ResultCache _cache;
    private readonly UserSettingsStore _store;

    /// <summary>Creates a renderer over shared parts.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="cache">Where results are kept.</param>
    /// <param name="store">Where the artist's style is kept.</param>
    public CloakRenderer(EngineClient engine, ResultCache cache, UserSettingsStore store)
    {
        _engine = engine;
        _cache = cache;
        _store = store;
    }

    /// <summary>Whether the engine runs, so that work begins at once.</summary>
    public bool IsEngineUp => _engine.State == EngineState.Running;

    /// <summary>What the engine can do: as it said when it started last; null before its first start.</summary>
    public Welcome? Catalogue => _engine.LastWelcome;

    /// <summary>What the artist chose last.</summary>
    public CloakSettings Saved => _store.Current.Cloak;

    /// <summary>The style that all of this artist's automatic cloaks share; null until one was drawn.</summary>
    public string? ArtistStyle => _store.Current.ArtistStyle;

    /// <summary>What is wrong with the saved settings; null when nothing is.</summary>
    public UserText? Warning => _store.Warning;

    /// <summary>Small pictures for the style list, once they have been painted; kept for every later dialog.</summary>
    public IReadOnlyList<StylePicture> StylePictures { get; private set; } = [];

    /// <summary>The adapter the host draws with (its LUID), preferred wherever the artist has not chosen another; null = unknown.</summary>
    public long? HostAdapterLuid { get; set; }

    /// <summary>Keeps what the artist chose for the next time; <see cref="Warning"/> tells when that fails.</summary>
    /// <param name="settings">What the artist chose.</param>
    public void Save(CloakSettings settings) => _store.Update(saved => saved with { Cloak = settings });

    /// <summary>Starts the engine unless it runs.</summary>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <returns>What it can do.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; other exceptions are those of <see cref="EngineClient.StartAsync"/>.</exception>
    public Task<Welcome> StartAsync(CancellationToken cancellationToken = default) => _engine.StartAsync(cancellationToken);

    /// <summary>Makes a preview of a part of a picture; never kept.</summary>
    /// <param name="picture">The picture; its selection not empty.</param>
    /// <param name="settings">What the artist chose.</param>
    /// <param name="options">Which part, and how large.</param>
    /// <param name="observer">What to hear while it runs.</param>
    /// <param name="cancellationToken">Cancels the job.</param>
    /// <returns>The preview as good as it gets.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; other exceptions are those of <see cref="EngineClient.RunAsync"/>.</exception>
    public async Task<CloakOutput> PreviewAsync(
        CloakPicture picture, CloakSettings settings, PreviewOptions options, JobObserver observer, CancellationToken cancellationToken = default)
    {
        await _engine.StartAsync(cancellationToken).ConfigureAwait(false);
        var sent = Resolve(settings);
        var output = await _engine.RunAsync(picture, sent, options, observer, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        RememberStyle(sent, output.Result.Style);
        return output;
    }

    /// <summary>Paints <see cref="StylePictures"/>, which is decoration: an engine that cannot leaves the list without pictures.</summary>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task PaintStylesAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            StylePictures = await _engine.PaintStylesAsync(StylePictureSide, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException || EngineClient.IsEngineFailure(exception))
        {
            // What is wrong with the engine the next preview will say.
        }
    }

    /// <summary>Asks what a model sees of the preview that was made last.</summary>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="OperationCanceledException">Cancelled; other exceptions are those of <see cref="EngineClient.LookAsync"/>.</exception>
    public Task<ModelViewPicture> LookAsync(CancellationToken cancellationToken) => _engine.LookAsync(cancellationToken);

    /// <summary>Lists the encoders, after doing something with one of them.</summary>
    /// <param name="action">What to do first.</param>
    /// <param name="model">The encoder; empty where none is meant.</param>
    /// <param name="file">The file to import; null otherwise.</param>
    /// <param name="progress">Told, on another thread, how much has arrived; may be null.</param>
    /// <param name="cancellationToken">Stops it; what has arrived stays.</param>
    /// <exception cref="OperationCanceledException">Cancelled; other exceptions are those of <see cref="EngineClient.AskModelsAsync"/>.</exception>
    public Task<Models> AskModelsAsync(
        ModelAction action, string model = "", string? file = null, Action<ModelsProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _engine.AskModelsAsync(action, model, file, progress, cancellationToken);

    /// <summary>Makes the final result of a picture.</summary>
    /// <param name="picture">The picture; its selection not empty.</param>
    /// <param name="settings">What the artist chose.</param>
    /// <param name="observer">What to hear while it runs; may be null.</param>
    /// <param name="cancellationToken">Cancels the job.</param>
    /// <returns>The result; <see cref="CloakOutput.Bgra"/> is the whole picture.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; other exceptions are those of <see cref="EngineClient.RunAsync"/>.</exception>
    public async Task<CloakOutput> RenderAsync(
        CloakPicture picture, CloakSettings settings, JobObserver? observer = null, CancellationToken cancellationToken = default)
    {
        var (key, known) = await Task.Run(() => (picture.Key, Stamp()), cancellationToken).ConfigureAwait(false);
        if (known is not null && _cache.Find(key, Resolve(settings), known) is { } kept)
        {
            return kept;
        }

        // The engine's styles are known only once it runs.
        await _engine.StartAsync(cancellationToken).ConfigureAwait(false);
        var resolved = Resolve(settings);
        var before = await Task.Run(Stamp, cancellationToken).ConfigureAwait(false);
        var output = await _engine.RunAsync(picture, resolved, preview: null, observer, cancellationToken).ConfigureAwait(false);
        RememberStyle(resolved, output.Result.Style);
        if (before is not null && string.Equals(before, await Task.Run(Stamp, CancellationToken.None).ConfigureAwait(false), StringComparison.Ordinal))
        {
            output = output with { Engine = before };
            _cache.Add(key, Resolve(settings), before, output);
        }

        return output;
    }

    /// <summary>The settings as they would be sent now: automatic style and adapter replaced by the artist's and the host's, values in range.</summary>
    /// <param name="settings">What the artist chose.</param>
    /// <returns>The settings to send.</returns>
    public CloakSettings Resolve(CloakSettings settings)
    {
        return _store.Current.Resolve(settings.Clamp(), Catalogue?.Styles).ForDevices(Catalogue?.Devices, HostAdapterLuid);
    }

    /// <summary>The engine's <see cref="EngineStamp"/> as it is now. Reads the disk: not on the dialog's thread.</summary>
    /// <returns>The stamp; null when it cannot be known.</returns>
    public string? Stamp() => EngineStamp.Of(_engine.EngineFile, _engine.LastWelcome);

    // Makes the style that was drawn for the artist theirs; a style picked by name changes nothing.
    private void RememberStyle(CloakSettings sent, string style)
    {
        if (string.Equals(sent.Style, CloakRequest.AutoStyle, StringComparison.Ordinal))
        {
            _store.Update(settings => settings with { ArtistStyle = style });
        }
    }
}
