using Glaze.Client.Engine;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Results;

/// <summary>
/// Makes final results, with or without a dialog (OK, and "repeat effect"): looks into the cache, asks the engine, keeps the
/// result and the artist's style.
/// </summary>
public sealed class CloakRenderer
{
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

    /// <summary>The engine.</summary>
    public EngineClient Engine => _engine;

    /// <summary>The user's settings.</summary>
    public UserSettingsStore Store => _store;

    /// <summary>Small pictures for the style list, once they have been painted; kept for every later dialog.</summary>
    public IReadOnlyList<StylePicture> StylePictures { get; internal set; } = [];

    /// <summary>The adapter the host draws with (its LUID), preferred wherever the artist has not chosen another; null = unknown.</summary>
    public long? HostAdapterLuid { get; set; }

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
        var catalogue = _engine.LastWelcome;
        return _store.Current.Resolve(settings.Clamp(), catalogue?.Styles).ForDevices(catalogue?.Devices, HostAdapterLuid);
    }

    /// <summary>The engine's <see cref="EngineStamp"/> as it is now. Reads the disk: not on the dialog's thread.</summary>
    /// <returns>The stamp; null when it cannot be known.</returns>
    public string? Stamp() => EngineStamp.Of(_engine.EngineFile, _engine.LastWelcome);

    /// <summary>Makes the style that was drawn for the artist theirs; a style picked by name changes nothing.</summary>
    /// <param name="sent">The settings as sent.</param>
    /// <param name="style">The style the engine used.</param>
    internal void RememberStyle(CloakSettings sent, string style)
    {
        if (string.Equals(sent.Style, CloakRequest.AutoStyle, StringComparison.Ordinal))
        {
            _store.Update(settings => settings with { ArtistStyle = style });
        }
    }
}
