using Glaze.Protocol.Messages;

namespace Glaze.Protocol.Framing;

/// <summary>
/// Reads whole messages: one that announces pixels is returned when the last of its pixels has arrived, messages that
/// passed between the chunks are returned before it. One thread at a time.
/// </summary>
public sealed class MessageReader
{
    private readonly FrameReader _frames;
    private readonly Dictionary<int, PendingMessage> _pending = [];
    private readonly Action<Message>? _inspect;
    private int _highestJob;

    /// <summary>Creates a reader; the stream stays the caller's.</summary>
    /// <param name="stream">The stream to read.</param>
    /// <param name="inspect">
    /// Sees each message before room is made for its pixels, and may throw a <see cref="ProtocolException"/> to refuse it.
    /// </param>
    public MessageReader(Stream stream, Action<Message>? inspect = null)
    {
        _frames = new FrameReader(stream);
        _inspect = inspect;
    }

    /// <summary>Reads the next whole message, waiting for it.</summary>
    /// <returns>The message, or null when the stream ended between two messages.</returns>
    /// <exception cref="ProtocolException">What arrived is not this protocol.</exception>
    /// <exception cref="IOException">The stream failed.</exception>
    public ReceivedMessage? Read()
    {
        while (_frames.Read() is { } frame)
        {
            if (Accept(frame) is { } message)
            {
                return message;
            }
        }

        return AtEnd();
    }

    private ReceivedMessage? AtEnd() => _pending.Count == 0
        ? null
        : throw new ProtocolException($"The stream ended while pixels of job {_pending.Keys.First()} were still to come.");

    private ReceivedMessage? Accept(Frame frame)
    {
        if (frame.Kind == FrameKind.Pixels)
        {
            return AcceptChunk(PixelChunk.Parse(frame));
        }

        var message = MessageCodec.Decode(frame);
        _inspect?.Invoke(message);
        if (message is CancelRequest { Job: var cancelled })
        {
            _pending.Remove(cancelled);
        }
        else if (message is Cancelled { Job: var ended })
        {
            _pending.Remove(ended);
        }
        else if (message is EngineFault { Job: { } failed })
        {
            _pending.Remove(failed);
        }

        if (message.Planes.Count == 0)
        {
            return new ReceivedMessage(message, [], []);
        }

        if (!_pending.TryAdd(message.PixelJob, new PendingMessage(message)))
        {
            throw new ProtocolException($"A {message.Kind} message of job {message.PixelJob} arrived before the pixels announced earlier.");
        }

        _highestJob = Math.Max(_highestJob, message.PixelJob);
        return null;
    }

    private ReceivedMessage? AcceptChunk(PixelChunk chunk)
    {
        if (!_pending.TryGetValue(chunk.Job, out var pending))
        {
            // A chunk that was under way when its job was cancelled is late, not wrong.
            return chunk.Job <= _highestJob
                ? null
                : throw new ProtocolException($"Pixels of job {chunk.Job} arrived, but no message announced them.");
        }

        if (!pending.Accept(chunk))
        {
            return null;
        }

        _pending.Remove(chunk.Job);
        return pending.ToReceived();
    }
}
