using System.Collections.Concurrent;
using Glaze.Engine.Jobs;
using Glaze.Engine.Models;
using Glaze.Languages;
using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>
/// Reads messages on one thread and computes on another, so that a cancel or a ping is answered while a job runs.
/// Ends when the input ends, or when the process is told to end, though the input be silent.
/// </summary>
internal sealed class ServeLoop
{
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceWhenTold = TimeSpan.FromMilliseconds(500);

    private readonly MessageReader _reader;
    private readonly FrameWriter _writer;
    private readonly TextWriter _log;
    private readonly JobRunner _runner;
    private readonly ModelsJob _modelsJob;
    private readonly ModelCatalog _models;
    private readonly ConcurrentDictionary<int, CancellationTokenSource> _jobs = new();
    private readonly BlockingCollection<ReceivedMessage> _queue = [];

    public ServeLoop(Stream input, Stream output, TextWriter log, CloakingEngine engine, ModelCatalog models)
    {
        _reader = new MessageReader(input);
        _writer = new FrameWriter(output);
        _log = log;
        _models = models;
        _runner = new JobRunner(_writer, engine, models);
        _modelsJob = new ModelsJob(_writer, models);
    }

    /// <summary>Whether the last job came to its end; while one still runs, what it computes with must not be disposed.</summary>
    public bool IsIdle { get; private set; } = true;

    /// <summary>Serves until the input ends, a shutdown arrives, what arrives is not the protocol, or the token is cancelled.</summary>
    public EngineExitCode Run(CancellationToken cancellationToken)
    {
        var worker = new Thread(Work) { IsBackground = true, Name = "jobs" };
        worker.Start();
        try
        {
            return Waiting(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _log.WriteLine("Told to end.");
            return EngineExitCode.Done;
        }
        catch (ProtocolException exception)
        {
            _log.WriteLine($"Protocol error: {exception.Message}");
            return EngineExitCode.ProtocolError;
        }
        catch (IOException exception)
        {
            _log.WriteLine($"The connection ended: {exception.Message}");
            return EngineExitCode.Done;
        }
        finally
        {
            foreach (var job in _jobs.Values)
            {
                job.Cancel();
            }

            _queue.CompleteAdding();
            IsIdle = worker.Join(cancellationToken.IsCancellationRequested ? PatienceWhenTold : PatienceAtEnd);
        }
    }

    // A read of standard input cannot be stopped: it has a thread of its own, which is left behind.
    private EngineExitCode Waiting(CancellationToken cancellationToken)
    {
        var serving = Task.Factory.StartNew(Serve, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return serving.WaitAsync(cancellationToken).GetAwaiter().GetResult();
    }

    private EngineExitCode Serve()
    {
        if (_reader.Read()?.Message is not { } first)
        {
            return EngineExitCode.Done;
        }

        if (first is not Hello hello)
        {
            throw new ProtocolException($"The first message is {first.Kind}, not a hello.");
        }

        if (hello.ProtocolVersion != ProtocolVersion.Current)
        {
            _writer.Write(new EngineFault(
                null, FaultCode.UnsupportedVersion, ServeTexts.VersionMismatch(Language.Of(hello.Language)), $"Client speaks {hello.ProtocolVersion}, engine {ProtocolVersion.Current}."));
            return EngineExitCode.VersionMismatch;
        }

        _log.WriteLine($"Serving {hello.Client}, protocol {hello.ProtocolVersion}.");
        _writer.Write(WelcomeMessage.Create(_models, Language.Of(hello.Language)));
        while (_reader.Read() is { } received)
        {
            if (received.Message is Shutdown || _queue.IsAddingCompleted)
            {
                return EngineExitCode.Done;
            }

            Dispatch(received);
        }

        return EngineExitCode.Done;
    }

    private void Dispatch(ReceivedMessage received)
    {
        switch (received.Message)
        {
            case Ping ping:
                _writer.Write(new Pong(ping.Number));
                break;
            case CancelRequest cancel:
                if (_jobs.TryGetValue(cancel.Job, out var source))
                {
                    source.Cancel();
                }

                break;
            case CloakRequest or ModelViewRequest:
                Register(JobOf(received.Message));
                _queue.Add(received);
                break;
            case StyleThumbnailRequest or ModelsRequest:
                // Small pictures and downloads need no session: they are made beside the jobs, in what time those leave.
                Register(JobOf(received.Message));
                new Thread(() => AnswerAndForget(received)) { IsBackground = true, Name = "beside", Priority = ThreadPriority.BelowNormal }.Start();
                break;
            default:
                throw new ProtocolException($"A {received.Message.Kind} message does not come from a client.");
        }
    }

    private void Register(int job)
    {
        if (!_jobs.TryAdd(job, new CancellationTokenSource()))
        {
            throw new ProtocolException($"Job {job} was sent twice.");
        }
    }

    private void Work()
    {
        foreach (var received in _queue.GetConsumingEnumerable())
        {
            AnswerAndForget(received);
        }
    }

    private void AnswerAndForget(ReceivedMessage received)
    {
        var job = JobOf(received.Message);
        if (_jobs.TryGetValue(job, out var source))
        {
            Answer(job, received, source.Token);

            // Not disposed: a cancel may arrive in this very moment, and a source without a timer holds nothing.
            _jobs.TryRemove(job, out _);
        }
    }

    // The boundary of a job: whatever happens, it is answered once.
    private void Answer(int job, ReceivedMessage received, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (received.Message is ModelsRequest models)
            {
                _modelsJob.Run(models, cancellationToken);
            }
            else
            {
                _runner.Run(received, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            TryWrite(new Cancelled(job));
        }
        catch (Exception exception)
        {
            _log.WriteLine(exception);
            var (code, sentence) = received.Message is ModelsRequest request
                ? (FaultCode.ModelMissing, _modelsJob.Explain(request, exception))
                : ServeTexts.Fault(exception, LanguageOf(received.Message));
            TryWrite(new EngineFault(job, code, sentence, exception.ToString()));
        }
    }

    private static int JobOf(Message message) => message switch
    {
        CloakRequest request => request.Job,
        ModelViewRequest request => request.Job,
        ModelsRequest request => request.Job,
        _ => ((StyleThumbnailRequest)message).Job,
    };

    private static Language LanguageOf(Message message) => message switch
    {
        CloakRequest request => Language.Of(request.Language),
        ModelViewRequest request => Language.Of(request.Language),
        _ => Language.English,
    };

    private void TryWrite(Message message)
    {
        try
        {
            _writer.Write(message);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            _log.WriteLine($"The connection ended: {exception.Message}");
        }
    }
}
