using System.Buffers.Binary;
using Glaze.Protocol.Messages;

namespace Glaze.Protocol.Framing;

/// <summary>
/// Writes frames to a stream. Safe to call from several threads: a frame is never torn, and between the chunks
/// of a large picture other messages (a cancel, a pong) may pass.
/// </summary>
public sealed class FrameWriter
{
    private readonly Stream _stream;
    private readonly Lock _lock = new();
    private readonly byte[] _header = new byte[FrameReader.HeaderBytes + PixelChunk.HeaderBytes];

    /// <summary>Creates a writer; the stream stays the caller's.</summary>
    /// <param name="stream">The stream to write.</param>
    public FrameWriter(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
    }

    /// <summary>Writes a message and flushes.</summary>
    /// <param name="message">The message; pixels it announces are sent next with <see cref="WritePixels"/>.</param>
    /// <exception cref="ArgumentException">The message breaks the protocol's own bounds.</exception>
    /// <exception cref="IOException">The stream failed, as a rule because the other side is gone.</exception>
    public void Write(Message message)
    {
        var payload = MessageCodec.Encode(message);
        lock (_lock)
        {
            WriteHeader(message.Kind, payload.Length);
            _stream.Write(_header, 0, FrameReader.HeaderBytes);
            _stream.Write(payload);
            _stream.Flush();
        }
    }

    /// <summary>Writes a whole plane as chunks, in order, and flushes after each.</summary>
    /// <param name="job">The job the pixels belong to; its message has been written.</param>
    /// <param name="plane">What the bytes are.</param>
    /// <param name="pixels">The bytes of the plane, as many as the message announced.</param>
    /// <param name="cancellationToken">Stops between two chunks; the other side must then be sent the job's cancellation or fault.</param>
    /// <exception cref="OperationCanceledException">Stopped between two chunks.</exception>
    /// <exception cref="IOException">The stream failed, as a rule because the other side is gone.</exception>
    public void WritePixels(int job, PixelPlane plane, ReadOnlyMemory<byte> pixels, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(job);
        for (var offset = 0; offset < pixels.Length; offset += ProtocolLimits.UsualChunkBytes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteChunk(job, plane, offset, pixels.Span.Slice(offset, Math.Min(ProtocolLimits.UsualChunkBytes, pixels.Length - offset)));
        }
    }

    /// <summary>Writes one chunk of a plane and flushes.</summary>
    /// <param name="job">The job the pixels belong to; its message has been written.</param>
    /// <param name="plane">What the bytes are.</param>
    /// <param name="offset">Where they belong: right behind the chunk before.</param>
    /// <param name="bytes">1 to <see cref="ProtocolLimits.MaxChunkBytes"/> bytes.</param>
    /// <exception cref="IOException">The stream failed, as a rule because the other side is gone.</exception>
    public void WriteChunk(int job, PixelPlane plane, long offset, ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(job);
        ArgumentOutOfRangeException.ThrowIfZero(bytes.Length, nameof(bytes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, ProtocolLimits.MaxChunkBytes, nameof(bytes));
        lock (_lock)
        {
            WriteHeader(FrameKind.Pixels, bytes.Length + PixelChunk.HeaderBytes);
            PixelChunk.WriteHeader(_header.AsSpan(FrameReader.HeaderBytes), job, plane, offset);
            _stream.Write(_header);
            _stream.Write(bytes);
            _stream.Flush();
        }
    }

    private void WriteHeader(FrameKind kind, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_header, length);
        _header[4] = (byte)kind;
    }
}
