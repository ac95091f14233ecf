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

    /// <summary>The adapter the host draws with (its LUID), preferred when the device is automatic; null = unknown.</summary>
    public long? HostAdapterLuid { get; init; }

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
        var key = await Task.Run(() => picture.Key, cancellationToken).ConfigureAwait(false);
        if (_cache.Find(key, Resolve(settings)) is { } kept)
        {
            return kept;
        }

        // The engine's styles are known only once it runs.
        await _engine.StartAsync(cancellationToken).ConfigureAwait(false);
        var resolved = Resolve(settings);
        var output = await _engine.RunAsync(picture, resolved, preview: null, observer, cancellationToken).ConfigureAwait(false);
        RememberStyle(resolved, output.Result.Style);
        _cache.Add(key, Resolve(settings), output);
        return output;
    }

    /// <summary>The settings as they would be sent now: automatic style and adapter replaced by the artist's and the host's, values in range.</summary>
    /// <param name="settings">What the artist chose.</param>
    /// <returns>The settings to send.</returns>
    public CloakSettings Resolve(CloakSettings settings)
    {
        var resolved = _store.Current.Resolve(settings.Clamp(), _engine.Welcome?.Styles);
        return resolved is { Device: DeviceKind.Auto, AdapterLuid: null } ? resolved with { AdapterLuid = HostAdapterLuid } : resolved;
    }

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
