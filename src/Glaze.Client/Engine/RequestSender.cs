using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Engine;

/// <summary>
/// Writes to the engine from a thread of its own, so that a full pipe never blocks the caller. Small messages
/// (cancel, ping, shutdown) pass between the chunks of a picture.
/// </summary>
internal sealed class RequestSender
{
    private readonly FrameWriter _writer;
    private readonly Queue<Message> _urgent = new();
    private readonly Queue<EngineJob> _jobs = new();
    private readonly object _lock = new();
    private readonly Action<EngineJob> _pictureSent;
    private readonly Action<EngineJob> _notSent;
    private readonly Action<EngineJob, Exception> _refused;
    private readonly Action<Exception> _failed;
    private bool _isClosed;

    /// <summary>Creates a sender; nothing is written before <see cref="Start"/>.</summary>
    /// <param name="stream">The engine's standard input.</param>
    /// <param name="pictureSent">Hears of each request whose planes went out whole.</param>
    /// <param name="notSent">Hears of each request that was no longer wanted before it was out.</param>
    /// <param name="refused">Hears of each request that the protocol cannot carry; the others go on.</param>
    /// <param name="failed">Hears what else ended the thread, a pipe that broke excepted.</param>
    public RequestSender(
        Stream stream, Action<EngineJob> pictureSent, Action<EngineJob> notSent, Action<EngineJob, Exception> refused, Action<Exception> failed)
    {
        _writer = new FrameWriter(stream);
        _pictureSent = pictureSent;
        _notSent = notSent;
        _refused = refused;
        _failed = failed;
    }

    public void Start() => Background.StartThread("Glaze engine requests", Run, _failed);

    public void Post(Message message)
    {
        lock (_lock)
        {
            _urgent.Enqueue(message);
            Monitor.Pulse(_lock);
        }
    }

    public void Post(EngineJob job)
    {
        lock (_lock)
        {
            _jobs.Enqueue(job);
            Monitor.Pulse(_lock);
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            Monitor.Pulse(_lock);
        }
    }

    private void Run()
    {
        try
        {
            while (Take(out var message, out var job))
            {
                if (message is not null)
                {
                    _writer.Write(message);
                }
                else
                {
                    Send(job!);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or NotSupportedException)
        {
            // The engine is gone: the reader sees the end of its output and says why.
        }
    }

    private bool Take(out Message? message, out EngineJob? job)
    {
        lock (_lock)
        {
            while (_urgent.Count == 0 && _jobs.Count == 0 && !_isClosed)
            {
                Monitor.Wait(_lock);
            }

            _urgent.TryDequeue(out message);
            job = message is null && _jobs.TryDequeue(out var next) ? next : null;
            return message is not null || job is not null;
        }
    }

    private void Send(EngineJob job)
    {
        // A request cut off here has never existed for the engine, so no answer will come.
        if (job.IsUnwanted)
        {
            _notSent(job);
            return;
        }

        try
        {
            _writer.Write(job.Request);
        }
        catch (ArgumentException exception)
        {
            // Refused while it was put into words: no byte of it is on its way.
            _refused(job, exception);
            return;
        }

        if (!SendPlanes(job))
        {
            _notSent(job);
        }
        else if (job.Request.Planes.Count > 0)
        {
            _pictureSent(job);
        }

        job.DropPixels();
    }

    private bool SendPlanes(EngineJob job)
    {
        foreach (var (plane, _) in job.Request.Planes)
        {
            var bytes = plane == PixelPlane.Selection ? job.Selection : job.Pixels;
            for (var offset = 0; offset < bytes.Length; offset += ProtocolLimits.UsualChunkBytes)
            {
                SendUrgent();
                if (job.IsUnwanted)
                {
                    return false;
                }

                var count = Math.Min(ProtocolLimits.UsualChunkBytes, bytes.Length - offset);
                _writer.WriteChunk(job.Number, plane, offset, bytes.Span.Slice(offset, count));
            }
        }

        return true;
    }

    private void SendUrgent()
    {
        while (true)
        {
            Message? message;
            lock (_lock)
            {
                if (!_urgent.TryDequeue(out message))
                {
                    return;
                }
            }

            _writer.Write(message);
        }
    }
}
