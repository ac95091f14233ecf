using System.Buffers.Binary;
using Glaze.Protocol.Messages;

namespace Glaze.Protocol.Framing;

/// <summary>
/// Reads frames from a stream: length (uint32, little-endian, of the payload alone), kind (byte), payload.
/// One reader, one thread at a time. The buffer is reused and grows only as bytes really arrive, so a lying length costs nothing.
/// </summary>
public sealed class FrameReader
{
    /// <summary>Bytes before a payload.</summary>
    public const int HeaderBytes = 5;

    private const int FirstBufferBytes = 64 << 10;

    private readonly Stream _stream;
    private readonly byte[] _header = new byte[HeaderBytes];
    private byte[] _buffer = [];

    /// <summary>Creates a reader; the stream stays the caller's.</summary>
    /// <param name="stream">The stream to read.</param>
    public FrameReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
    }

    /// <summary>Reads the next frame, waiting for it.</summary>
    /// <returns>The frame, or null when the stream ended between two frames.</returns>
    /// <exception cref="ProtocolException">The kind is unknown, the length is out of bounds, or the stream ended inside a frame.</exception>
    /// <exception cref="IOException">The stream failed.</exception>
    public Frame? Read()
    {
        if (!HasHeader(_stream.ReadAtLeast(_header, HeaderBytes, throwOnEndOfStream: false)))
        {
            return null;
        }

        var (kind, length) = ParseHeader(_header);
        for (var filled = 0; filled < length;)
        {
            EnsureRoom(filled, length);
            var count = _stream.Read(_buffer, filled, Math.Min(length, _buffer.Length) - filled);
            filled += Received(count, filled, length);
        }

        return new Frame(kind, _buffer.AsMemory(0, length));
    }

    private static bool HasHeader(int count) => count switch
    {
        0 => false,
        HeaderBytes => true,
        _ => throw new ProtocolException($"The stream ended after {count} of {HeaderBytes} header bytes."),
    };

    private static (FrameKind Kind, int Length) ParseHeader(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        var kind = (FrameKind)header[4];
        if (kind == FrameKind.None || !Enum.IsDefined(kind))
        {
            throw new ProtocolException($"Frame kind 0x{header[4]:X2} is unknown.");
        }

        var limit = kind == FrameKind.Pixels
            ? ProtocolLimits.MaxChunkBytes + PixelChunk.HeaderBytes
            : ProtocolLimits.MaxMessageBytes;
        return length <= limit
            ? (kind, (int)length)
            : throw new ProtocolException($"A {kind} frame declares {length} bytes; at most {limit} are allowed.");
    }

    private static int Received(int count, int filled, int length) => count > 0
        ? count
        : throw new ProtocolException($"The stream ended after {filled} of {length} payload bytes.");

    private void EnsureRoom(int filled, int length)
    {
        if (filled < _buffer.Length)
        {
            return;
        }

        var size = Math.Min(length, Math.Max(FirstBufferBytes, _buffer.Length * 2));
        Array.Resize(ref _buffer, size);
    }
}
