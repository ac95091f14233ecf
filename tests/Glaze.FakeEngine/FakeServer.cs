using System.Collections.Concurrent;
using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.FakeEngine;

/// <summary>The serving loop.</summary>
internal sealed class FakeServer(FakeMode mode, Stream input, Stream output, string? modelsFolder)
{
    private readonly MessageReader _reader = new(input);
    private readonly FrameWriter _writer = new(output);
    private readonly ConcurrentDictionary<int, CancellationTokenSource> _jobs = new();
    private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FakeModels _models = new();
    private string? _heldKey;
    private byte[] _heldPixels = [];

    public int Run()
    {
        new Thread(ReadAll) { IsBackground = true }.Start();
        return _exit.Task.GetAwaiter().GetResult();
    }

    private static void WaitForever() => new ManualResetEvent(false).WaitOne(TimeSpan.FromMinutes(1));

    private void ReadAll()
    {
        try
        {
            while (_reader.Read() is { } received)
            {
                Handle(received);
            }

            _exit.TrySetResult((int)EngineExitCode.Done);
        }
        catch (ProtocolException)
        {
            _exit.TrySetResult((int)EngineExitCode.ProtocolError);
        }
        catch (IOException)
        {
            _exit.TrySetResult((int)EngineExitCode.Failed);
        }
    }

    private void Handle(ReceivedMessage received)
    {
        switch (received.Message)
        {
            case Hello:
                Greet();
                break;
            case Ping ping when mode != FakeMode.NoHeartbeat:
                _writer.Write(new Pong(ping.Number));
                break;
            case CancelRequest cancel:
                Cancel(cancel.Job);
                break;
            case Shutdown:
                _exit.TrySetResult((int)EngineExitCode.Done);
                break;
            case StyleThumbnailRequest request:
                _writer.Write(new StyleThumbnails(request.Job, [new StyleThumbnail("ukiyo-e", 2, 1), new StyleThumbnail("dots", 1, 2)]));
                _writer.WritePixels(request.Job, PixelPlane.Thumbnails, Enumerable.Range(0, 16).Select(value => (byte)value).ToArray());
                break;
            case ModelViewRequest request:
                _writer.Write(new ModelView(request.Job, 2, 1, new PixelRectangle(0, 0, 4, 2), "Fake Diffusion", Estimated: true));
                _writer.WritePixels(request.Job, PixelPlane.ModelView, Enumerable.Range(0, 16).Select(value => (byte)value).ToArray());
                break;
            case ModelsRequest request:
                _models.Answer(request, _writer);
                break;
            case CloakRequest request:
                Begin(request, received.Pixels);
                break;
        }
    }

    private void Greet()
    {
        if (mode == FakeMode.GarbageAtStart)
        {
            WriteGarbage();
            return;
        }

        if (mode == FakeMode.RefuseVersion)
        {
            _writer.Write(new EngineFault(null, FaultCode.UnsupportedVersion, "Another version.", ""));
            _exit.TrySetResult((int)EngineExitCode.VersionMismatch);
            return;
        }

        if (mode == FakeMode.NoisyLog)
        {
            _ = Task.Run(async () =>
            {
                while (true)
                {
                    await Console.Error.WriteAsync(new string('x', 5000));
                    await Task.Yield();
                }
            });
        }

        _writer.Write(new Welcome(
            mode == FakeMode.WrongVersion ? 99 : ProtocolVersion.Current,
            "0.0-fake",
            [
                new DeviceDescription(DeviceKind.DirectMl, "Fake card", FakeAnswers.Luid, Identity: FakeAnswers.Card),
                new DeviceDescription(DeviceKind.Cpu, "Fake processor"),
            ],
            [new StyleDescription("ukiyo-e", "Woodblock print"), new StyleDescription("dots", "Pointillism")],
            [new SurrogateDescription("fake", "Fake encoder", Installed: true)])
        {
            ModelsFolder = modelsFolder,
        });
    }

    private void Begin(CloakRequest request, byte[] pixels)
    {
        if (request.PixelsFollow)
        {
            (_heldKey, _heldPixels) = (mode == FakeMode.Forgetful ? null : request.Picture, pixels);
        }
        else if (!string.Equals(_heldKey, request.Picture, StringComparison.Ordinal))
        {
            _writer.Write(new EngineFault(request.Job, FaultCode.PictureUnknown, "Which picture?", ""));
            return;
        }

        var original = request.PixelsFollow ? pixels : _heldPixels;
        var cancelled = new CancellationTokenSource();
        _jobs[request.Job] = cancelled;
        if (mode is FakeMode.Hang or FakeMode.IgnoreCancel or FakeMode.DieOnCancel or FakeMode.Slow)
        {
            // Tells a test that the job has arrived.
            _writer.Write(new CloakProgress(request.Job, CloakStage.LoadingModels, 0));
        }

        switch (mode)
        {
            case FakeMode.Hang:
                WaitForever();
                break;
            case FakeMode.NoHeartbeat or FakeMode.IgnoreCancel:
                break;
            case FakeMode.DieOnCancel:
                break;
            case FakeMode.Garbage:
                WriteGarbage();
                break;
            case FakeMode.Flood:
                _ = Task.Run(() => Flood(request.Job));
                break;
            case FakeMode.Crash:
                Crash(request);
                break;
            case FakeMode.Fault:
                _writer.Write(new EngineFault(request.Job, FaultCode.ModelCorrupt, "The model file fake.safetensors is damaged; install it again.", "at Fake"));
                break;
            case FakeMode.WrongSize:
                _writer.Write(FakeAnswers.Result(request, isHeld: false) with { Width = 16384, Height = 16384 });
                break;
            default:
                _ = Task.Run(() => WorkAsync(request, original, cancelled.Token));
                break;
        }
    }

    private async Task WorkAsync(CloakRequest request, byte[] original, CancellationToken cancelled)
    {
        try
        {
            var steps = mode == FakeMode.Slow && request.Preview is null ? 20 : 2;
            for (var step = 0; step < steps; step++)
            {
                await Task.Delay(mode == FakeMode.Slow ? 100 : 5, cancelled);
                _writer.Write(new CloakProgress(request.Job, CloakStage.Optimizing, (step + 1.0) / (steps + 1), (steps - step) * 0.1, FakeAnswers.Device(request)));
                if (request.Preview is not null)
                {
                    SendPreview(request);
                }
            }

            var result = FakeAnswers.Result(request, isHeld: !request.PixelsFollow);
            _writer.Write(result);
            _writer.WritePixels(request.Job, PixelPlane.Result, FakeAnswers.Pixels(request, original), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            _writer.Write(new Cancelled(request.Job));
        }

        _jobs.TryRemove(request.Job, out _);
    }

    private void SendPreview(CloakRequest request)
    {
        var (width, height) = FakeAnswers.PreviewSize(request);
        var region = mode == FakeMode.WrongRegion ? request.Preview!.Region with { X = 60000 } : request.Preview!.Region;
        _writer.Write(new PreviewUpdate(request.Job, 0.5, region, width, height, new VisibleChange(40, 3)));
        _writer.WritePixels(request.Job, PixelPlane.Preview, FakeAnswers.PreviewPixels(request));
    }

    private void Cancel(int job)
    {
        _models.Cancel(job, _writer);
        if (mode == FakeMode.DieOnCancel)
        {
            _exit.TrySetResult(5);
        }
        else if (mode is not FakeMode.IgnoreCancel and not FakeMode.NoHeartbeat && _jobs.TryRemove(job, out var cancelled))
        {
            cancelled.Cancel();
        }
    }

    private void Flood(int job)
    {
        for (var i = 0; ; i++)
        {
            _writer.Write(new CloakProgress(job, CloakStage.Optimizing, i % 2 * 0.5));
        }
    }

    private void Crash(CloakRequest request)
    {
        Console.Error.WriteLine("fake engine: out of cheese");
        _writer.Write(FakeAnswers.Result(request, isHeld: false));
        _writer.WritePixels(request.Job, PixelPlane.Result, new byte[4]);
        output.Write([0x99, 0x01, 0x00]);
        output.Flush();
        _exit.TrySetResult(42);
    }

    private void WriteGarbage()
    {
        output.Write("Segmentation fault? No, just a stray printf.\n"u8);
        output.Flush();
    }
}
