using System.Collections.Concurrent;
using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Engine;

/// <summary>One life of the engine process: handshake, jobs, heartbeat, end. Never used again once it has ended.</summary>
internal sealed partial class EngineConnection
{
    private static readonly TimeSpan ExitGrace = TimeSpan.FromMilliseconds(500);

    private readonly EngineProcess _process;
    private readonly EngineClientOptions _options;
    private readonly Action<EngineConnection, Exception> _lost;
    private readonly RequestSender _sender;
    private readonly MessageReader _reader;
    private readonly FloodGate _flood;
    private readonly ConcurrentDictionary<int, EngineJob> _jobs = new();
    private readonly TaskCompletionSource<Welcome> _welcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _silentTicksAllowed;
    private ITimer? _heartbeat;
    private EngineFault? _lastWords;
    private long _pings;
    private int _silentTicks;
    private int _jobNumber;
    private Exception? _end;
    private volatile string? _heldPicture;

    private EngineConnection(EngineProcess process, EngineClientOptions options, Action<EngineConnection, Exception> lost)
    {
        _process = process;
        _options = options;
        _lost = lost;
        _flood = new FloodGate(options.Time, options.MaxMessagesPerSecond);
        _sender = new RequestSender(
            process.Input,
            pictureSent: job => _heldPicture = (job.Request as CloakRequest)?.Picture ?? _heldPicture,
            notSent: job => Answer(job.Number, unsent => unsent.Cancel()),
            refused: (job, cause) => Answer(job.Number, refused => refused.Fail(cause)),
            failed: LoseTo);
        _reader = new MessageReader(process.Output, Inspect);
        _silentTicksAllowed = Math.Max(1, (int)(options.HeartbeatLimit / options.HeartbeatInterval));
    }

    /// <summary>The engine's answer to the greeting.</summary>
    public Welcome Welcome => _welcome.Task.Result;

    /// <summary>The engine's process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>True until the connection has ended.</summary>
    public bool IsAlive => Volatile.Read(ref _end) is null;

    /// <summary>Jobs sent and not answered yet, those no longer wanted included.</summary>
    public int UnansweredJobs => _jobs.Count;

    /// <summary>Starts the engine and waits for its welcome.</summary>
    /// <param name="options">Where the engine is and how patient to be.</param>
    /// <param name="lost">Called once if the connection ends by itself after the welcome.</param>
    /// <param name="cancellationToken">Gives up and ends the process.</param>
    /// <exception cref="EngineStartException">The engine did not come up.</exception>
    /// <exception cref="EngineExitedException">It exited before its welcome.</exception>
    /// <exception cref="ProtocolException">It answered with garbage.</exception>
    public static async Task<EngineConnection> OpenAsync(
        EngineClientOptions options, Action<EngineConnection, Exception> lost, CancellationToken cancellationToken)
    {
        var connection = new EngineConnection(EngineProcess.Start(options.EngineFile, options.Arguments), options, lost);
        try
        {
            connection.Begin();
            await connection._welcome.Task.WaitAsync(options.StartLimit, options.Time, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (OperationCanceledException given)
        {
            connection.End(given);
            throw;
        }
        catch (TimeoutException exception)
        {
            var late = new EngineStartException(
                EngineStartFailure.TimedOut, options.EngineFile, $"The engine said no welcome within {options.StartLimit.TotalSeconds} seconds. Last output: {connection._process.LastOutput}", exception);
            connection.End(late);
            throw late;
        }
        catch (Exception exception)
        {
            connection.End(exception);
            throw;
        }
    }

    /// <summary>True when the engine holds a picture, so that it need not be sent again.</summary>
    public bool Holds(string picture) => string.Equals(_heldPicture, picture, StringComparison.Ordinal);

    /// <summary>Forgets what the engine was believed to hold.</summary>
    public void ForgetPicture() => _heldPicture = null;

    /// <summary>The next job number.</summary>
    public int NextJob() => Interlocked.Increment(ref _jobNumber);

    /// <summary>Sends a request; its answer arrives in <see cref="EngineJob.Answer"/>.</summary>
    public void Submit(EngineJob job)
    {
        _jobs[job.Number] = job;
        _sender.Post(job);
        if (Volatile.Read(ref _end) is { } cause)
        {
            Answer(job.Number, late => late.Fail(cause));
        }
    }

    /// <summary>Tells the engine that a job is no longer wanted; the job itself keeps waiting for the confirmation.</summary>
    public void RequestCancel(EngineJob job)
    {
        job.MarkUnwanted();
        _sender.Post(new CancelRequest(job.Number));
    }

    /// <summary>Ends the connection at once: jobs fail with the cause, the process is killed in the background.</summary>
    /// <returns>False when the connection had ended before.</returns>
    public bool End(Exception cause)
    {
        if (!TryEnd(cause))
        {
            return false;
        }

        Background.Run(ReleaseAsync);
        return true;
    }

    /// <summary>Shuts the engine down in good order, then by force.</summary>
    public async Task StopAsync()
    {
        if (!TryEnd(new OperationCanceledException("The engine is being shut down.")))
        {
            return;
        }

        await _process.StopAsync(_options.StopLimit).ConfigureAwait(false);
        _process.Dispose();
    }

    private void Begin()
    {
        _sender.Start();
        _sender.Post(new Hello(ProtocolVersion.Current, _options.ClientName, _options.Language));
        Background.StartThread("Glaze engine answers", ReadAll, LoseTo);
    }

    private void Greet(Welcome welcome)
    {
        if (welcome.ProtocolVersion != ProtocolVersion.Current)
        {
            LoseTo(new EngineStartException(
                EngineStartFailure.WrongVersion,
                _options.EngineFile,
                $"The engine {welcome.EngineVersion} speaks protocol version {welcome.ProtocolVersion}, this plugin {ProtocolVersion.Current}."));
            return;
        }

        _heartbeat = _options.Time.CreateTimer(_ => Background.Guard(Beat, LoseTo), null, _options.HeartbeatInterval, _options.HeartbeatInterval);
        _welcome.TrySetResult(welcome);
    }

    // Silence is counted in ticks, not by the clock: a computer that slept has not heard nothing.
    private void Beat()
    {
        if (Interlocked.Increment(ref _silentTicks) > _silentTicksAllowed)
        {
            LoseTo(new EngineHungException(_options.HeartbeatLimit));
            return;
        }

        if (Volatile.Read(ref _silentTicks) <= 1 || _silentTicksAllowed == 1)
        {
            _sender.Post(new Ping(Interlocked.Increment(ref _pings)));
        }
    }

    private void LoseTo(Exception cause)
    {
        if (End(cause))
        {
            _lost(this, cause);
        }
    }

    private bool TryEnd(Exception cause)
    {
        if (Interlocked.CompareExchange(ref _end, cause, null) is not null)
        {
            return false;
        }

        _heartbeat?.Dispose();
        _sender.Post(new Shutdown());
        _sender.Close();
        _welcome.TrySetException(cause);
        _ = _welcome.Task.Exception;
        foreach (var number in _jobs.Keys)
        {
            Answer(number, job => job.Fail(cause));
        }

        return true;
    }

    private async Task ReleaseAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(_options.StopLimit).ConfigureAwait(false);
        _process.Dispose();
    }
}
