using Glaze.Client.Pixels;
using Glaze.Client.Settings;
using Glaze.Protocol;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Engine;

/// <summary>
/// The engine as the plugin sees it: started on first need, kept warm, supervised, restarted. Only the newest cloak
/// request counts: a new one cancels the one before. Safe to call from any thread; share one per host process.
/// </summary>
public sealed partial class EngineClient : IAsyncDisposable
{
    // An engine that leaves this many cancelled jobs unanswered is replaced rather than asked again.
    private const int MaxUnansweredJobs = 8;

    private readonly EngineClientOptions _options;
    private readonly RestartPolicy _restarts;
    private readonly ITimer _idleTimer;
    private readonly Lock _lock = new();
    private Task<EngineConnection>? _connecting;
    private CancellationTokenSource? _stopOpening;
    private CancellationTokenSource? _newest;
    private int _activeRequests;
    private int _stopping;
    private bool _isDisposed;

    /// <summary>Creates a client; no process is started yet.</summary>
    /// <param name="options">Where the engine is and how patient to be.</param>
    public EngineClient(EngineClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _restarts = new RestartPolicy(options.Time);
        _idleTimer = options.Time.CreateTimer(_ => Background.Run(StopIfIdleAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Raised, on any thread, after <see cref="State"/> changed.</summary>
    public event EventHandler? StateChanged;

    /// <summary>What the engine process is doing.</summary>
    public EngineState State { get; private set; } = EngineState.Stopped;

    /// <summary>The engine's catalogue of devices, styles and surrogates; null while it is not running.</summary>
    public Welcome? Welcome => Current?.Welcome;

    /// <summary>The newest catalogue there was: stays when the engine has ended, and what is in it may no longer hold; null before the first start.</summary>
    public Welcome? LastWelcome { get; private set; }

    /// <summary>The engine's program file.</summary>
    public string EngineFile => _options.EngineFile;

    /// <summary>The engine's process id; null while it is not running.</summary>
    public int? ProcessId => Current?.ProcessId;

    private EngineConnection? Current => _connecting is { IsCompletedSuccessfully: true, Result: { IsAlive: true } connection } ? connection : null;

    /// <summary>Starts the engine unless it runs, and waits for its catalogue.</summary>
    /// <param name="cancellationToken">Stops waiting; the engine goes on starting.</param>
    /// <returns>Devices, styles and surrogates.</returns>
    /// <exception cref="EngineStartException">It did not come up.</exception>
    /// <exception cref="EngineExitedException">It exited at once.</exception>
    /// <exception cref="ProtocolException">It answered with garbage.</exception>
    public async Task<Welcome> StartAsync(CancellationToken cancellationToken = default)
    {
        using var activity = BeginActivity();
        var connection = await ConnectAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        SettleState();
        return connection.Welcome;
    }

    /// <summary>
    /// Runs one cloak job. An earlier call still under way is cancelled at once. Cancelling a preview releases the caller at once
    /// and leaves the engine to finish its step. Cancelling a final job takes at most
    /// <see cref="EngineClientOptions.CancelLimit"/>: an engine that has not confirmed by then is replaced in the background.
    /// </summary>
    /// <param name="picture">The picture; sent only when the engine does not hold it.</param>
    /// <param name="settings">Everything else that affects the output.</param>
    /// <param name="preview">Null for the final result.</param>
    /// <param name="observer">What to hear while it runs.</param>
    /// <param name="cancellationToken">Cancels the job.</param>
    /// <returns>The result and its pixels.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, or overtaken by a newer call.</exception>
    /// <exception cref="EngineFaultException">The engine answered with a fault.</exception>
    /// <exception cref="EngineStartException">The engine did not come up.</exception>
    /// <exception cref="EngineExitedException">The engine exited.</exception>
    /// <exception cref="EngineHungException">The engine hung and was killed.</exception>
    /// <exception cref="ProtocolException">The engine sent garbage and was killed.</exception>
    public async Task<CloakOutput> RunAsync(
        CloakPicture picture,
        CloakSettings settings,
        PreviewOptions? preview = null,
        JobObserver? observer = null,
        CancellationToken cancellationToken = default)
    {
        // A call that nobody wants any more must not overtake a newer one.
        cancellationToken.ThrowIfCancellationRequested();
        using var overtaken = new CancellationTokenSource();
        Overtake(overtaken);
        using var activity = BeginActivity();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overtaken.Token);
        try
        {
            for (var isFirstTry = true; ; isFirstTry = false)
            {
                var connection = await ConnectAsync().WaitAsync(either.Token).ConfigureAwait(false);
                var key = await Task.Run(() => picture.Key, either.Token).ConfigureAwait(false);
                var job = CreateJob(connection, key, picture, settings, preview, observer ?? new JobObserver());
                try
                {
                    var answer = preview is null
                        ? await AnswerAsync(connection, job, overtaken.Token, cancellationToken).ConfigureAwait(false)
                        : await AnswerAsync(connection, job, either.Token, CancellationToken.None).ConfigureAwait(false);
                    return new CloakOutput((CloakResult)answer.Message, answer.Pixels);
                }
                catch (EngineFaultException fault) when (isFirstTry && fault.Fault.Code == FaultCode.PictureUnknown)
                {
                    connection.ForgetPicture();
                }
            }
        }
        finally
        {
            Interlocked.CompareExchange(ref _newest, null, overtaken);
        }
    }

    /// <summary>Asks for a small picture in every style. Work for a quiet moment: cancelling it never costs the engine its life.</summary>
    /// <param name="maxSide">Longest side wanted, 8 to 256.</param>
    /// <param name="cancellationToken">Cancels the job.</param>
    /// <returns>One picture a style; empty when the engine has none.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="EngineFaultException">The engine answered with a fault; otherwise as <see cref="RunAsync"/>.</exception>
    public async Task<IReadOnlyList<StylePicture>> PaintStylesAsync(int maxSide, CancellationToken cancellationToken = default)
    {
        using var activity = BeginActivity();
        var connection = await ConnectAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var number = connection.NextJob();
        var request = new StyleThumbnailRequest(number, maxSide);
        var job = new EngineJob(request, number, null, default, new JobObserver());
        var answer = await AnswerAsync(connection, job, cancellationToken, CancellationToken.None).ConfigureAwait(false);
        return SplitThumbnails((StyleThumbnails)answer.Message, answer.Pixels);
    }

    /// <summary>Shuts the engine down; the next request starts it again.</summary>
    /// <returns>A task that ends when the process has.</returns>
    public Task StopAsync()
    {
        Task<EngineConnection>? connecting;
        lock (_lock)
        {
            connecting = Detach();
            _stopOpening?.Cancel();
        }

        return StopAsync(connecting);
    }

    /// <summary>Shuts the engine down for good.</summary>
    /// <returns>A task that ends when the process has.</returns>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isDisposed = true;
        }

        await _idleTimer.DisposeAsync().ConfigureAwait(false);
        await StopAsync().ConfigureAwait(false);
    }

    internal static bool IsEngineFailure(Exception exception) => exception
        is EngineStartException or EngineExitedException or EngineHungException or EngineFaultException or ProtocolException or IOException or OutOfMemoryException or InvalidOperationException;

    private Activity BeginActivity()
    {
        lock (_lock)
        {
            _activeRequests++;
        }

        return new Activity(this);
    }

    private void ArmIdleTimer()
    {
        if (!_isDisposed)
        {
            _idleTimer.Change(_options.IdleLimit, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Counts a request as under way until disposed; the idle time begins when the last one ends.</summary>
    private sealed class Activity(EngineClient client) : IDisposable
    {
        public void Dispose()
        {
            bool isLast;
            lock (client._lock)
            {
                isLast = --client._activeRequests == 0;
            }

            if (isLast)
            {
                client.ArmIdleTimer();
            }
        }
    }
}
