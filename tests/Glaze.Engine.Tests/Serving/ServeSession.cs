using System.IO.Pipes;
using Glaze.Engine.Jobs;
using Glaze.Engine.Models;
using Glaze.Engine.Serving;
using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Tests.Serving;

/// <summary>A serve loop on its own thread, spoken to over anonymous pipes as the plugin does over standard input and output.</summary>
internal sealed class ServeSession : IDisposable
{
    private readonly AnonymousPipeServerStream _toEngine = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _fromEngine = new(PipeDirection.In);
    private readonly StringWriter _log = new();
    private readonly CancellationTokenSource _interruption = new();
    private readonly CloakingEngine _engine;
    private readonly AnonymousPipeClientStream _input;
    private readonly AnonymousPipeClientStream _output;
    private readonly ServeLoop _serving;
    private readonly Task<EngineExitCode> _loop;

    public ServeSession(ModelStore? store = null, Func<ModelCatalog, CloakingEngine>? engine = null)
    {
        var models = new ModelCatalog(store ?? ModelStore.OfUser());
        _engine = engine?.Invoke(models) ?? new CloakingEngine(models);
        _input = new AnonymousPipeClientStream(PipeDirection.In, _toEngine.ClientSafePipeHandle);
        _output = new AnonymousPipeClientStream(PipeDirection.Out, _fromEngine.ClientSafePipeHandle);
        _serving = new ServeLoop(_input, _output, TextWriter.Synchronized(_log), _engine, models);
        _loop = Task.Factory.StartNew(
            () =>
            {
                var code = _serving.Run(_interruption.Token);
                if (!_interruption.IsCancellationRequested)
                {
                    // Whoever still reads sees the end; a thread left behind in a read would hold this one up.
                    _output.Dispose();
                    _input.Dispose();
                }

                return code;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Writer = new FrameWriter(_toEngine);
        Reader = new MessageReader(_fromEngine);
    }

    public FrameWriter Writer { get; }

    public MessageReader Reader { get; }

    public Stream RawInput => _toEngine;

    public Welcome Greet(int version = ProtocolVersion.Current, string language = "en")
    {
        Writer.Write(new Hello(version, "test", language));
        return Reader.Read()!.Message.ShouldBeOfType<Welcome>();
    }

    /// <summary>Sends a picture as a request.</summary>
    public void Send(CloakRequest request, byte[] bgra, byte[]? mask = null)
    {
        Writer.Write(request);
        if (request.PixelsFollow)
        {
            Writer.WritePixels(request.Job, PixelPlane.Original, bgra);
        }

        if (mask is not null)
        {
            Writer.WritePixels(request.Job, PixelPlane.Selection, mask);
        }
    }

    /// <summary>Reads until the message that ends the job.</summary>
    public ReceivedMessage End(List<Message>? passed = null)
    {
        while (true)
        {
            var received = Reader.Read() ?? throw new InvalidOperationException($"The engine ended: {_log}");
            if (received.Message is CloakResult or EngineFault or Cancelled or StyleThumbnails or ModelView or Protocol.Messages.Models)
            {
                return received;
            }

            passed?.Add(received.Message);
        }
    }

    /// <summary>What Ctrl+C and SIGTERM do.</summary>
    public void Interrupt() => _interruption.Cancel();

    public EngineExitCode Close()
    {
        _toEngine.Dispose();
        return ExitCode;
    }

    public EngineExitCode ExitCode => _loop.Wait(TimeSpan.FromSeconds(30)) ? _loop.Result : throw new TimeoutException("The loop did not end.");

    public void Dispose()
    {
        _toEngine.Dispose();
        _loop.Wait(TimeSpan.FromSeconds(30));
        _fromEngine.Dispose();
        _output.Dispose();
        _input.Dispose();
        if (_serving.IsIdle)
        {
            _engine.Dispose();
        }

        _interruption.Dispose();
    }
}
