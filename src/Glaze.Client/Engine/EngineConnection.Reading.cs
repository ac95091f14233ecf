using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Engine;

/// <summary>The reading thread: what the engine says, checked and handed to its job, and what its silence means.</summary>
internal sealed partial class EngineConnection
{
    private void ReadAll()
    {
        Exception cause;
        try
        {
            while (_reader.Read() is { } received)
            {
                Volatile.Write(ref _silentTicks, 0);
                Dispatch(received);
            }

            cause = EndOfOutput(null);
        }
        catch (Exception exception) when (exception is ProtocolException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            cause = EndOfOutput(exception as ProtocolException);
        }
        catch (Exception exception)
        {
            // The end of the thread: an exception that left it would take the host along.
            cause = exception;
        }

        LoseTo(cause);
    }

    // A torn frame is what a crash looks like from here: when the process has exited, that is the cause to tell.
    private Exception EndOfOutput(ProtocolException? complaint)
    {
        if (!IsAlive)
        {
            return complaint ?? (Exception)new EngineExitedException(null, _process.LastOutput);
        }

        var exitCode = _process.WaitForExitAsync(ExitGrace).GetAwaiter().GetResult();
        return _lastWords is { } fault
            ? Translate(fault)
            : exitCode is null && complaint is not null
                ? complaint
                : new EngineExitedException(exitCode, _process.LastOutput);
    }

    private Exception Translate(EngineFault fault) => fault.Code == FaultCode.UnsupportedVersion
        ? new EngineStartException(EngineStartFailure.WrongVersion, _options.EngineFile, fault.Message)
        : new EngineFaultException(fault);

    // Runs on the reading thread before room is made for pixels.
    private void Inspect(Message message)
    {
        _flood.Count();
        if (message is Welcome == _welcome.Task.IsCompleted && message is not EngineFault)
        {
            throw new ProtocolException($"A {message.Kind} message came at the wrong time.");
        }

        if (message.Planes.Count > 0)
        {
            if (!_jobs.TryGetValue(message.PixelJob, out var job))
            {
                throw new ProtocolException($"The engine announced pixels of job {message.PixelJob}, which is not under way.");
            }

            job.Inspect(message);
        }
    }

    private void Dispatch(ReceivedMessage received)
    {
        switch (received.Message)
        {
            case Welcome welcome:
                Greet(welcome);
                break;
            case CloakProgress progress when _jobs.TryGetValue(progress.Job, out var job):
                job.ReportProgress(progress);
                break;
            case PreviewUpdate update when _jobs.TryGetValue(update.Job, out var job):
                job.ReportPreview(update, received.Pixels);
                break;
            case CloakResult result:
                Answer(result.Job, job => job.Complete(received));
                break;
            case StyleThumbnails thumbnails:
                Answer(thumbnails.Job, job => job.Complete(received));
                break;
            case ModelView view:
                Answer(view.Job, job => job.Complete(received));
                break;
            case Models models:
                Answer(models.Job, job => job.Complete(received));
                break;
            case ModelsProgress progress when _jobs.TryGetValue(progress.Job, out var job):
                job.ReportModels(progress);
                break;
            case Cancelled cancelled:
                Answer(cancelled.Job, job => job.Cancel());
                break;
            case EngineFault { Job: { } number } fault:
                Answer(number, job => job.Fail(new EngineFaultException(fault)));
                break;
            case EngineFault fault:
                _lastWords = fault;
                break;
            case Pong or CloakProgress or ModelsProgress:
                break;
            case var message:
                throw new ProtocolException($"A {message.Kind} message does not go from engine to client, or not now.");
        }
    }

    private void Answer(int number, Action<EngineJob> answer)
    {
        if (_jobs.TryRemove(number, out var job))
        {
            answer(job);
        }
    }
}
