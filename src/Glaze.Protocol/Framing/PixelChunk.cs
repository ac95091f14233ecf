using System.Buffers.Binary;
using Glaze.Protocol.Messages;

namespace Glaze.Protocol.Framing;

/// <summary>The payload of a pixel frame: 16 bytes of header, then raw bytes.</summary>
/// <param name="Job">The job the pixels belong to.</param>
/// <param name="Plane">What the bytes are.</param>
/// <param name="Offset">Where the bytes belong in the plane; chunks arrive in order, without gaps.</param>
/// <param name="Bytes">The bytes, valid as long as the frame is.</param>
public readonly record struct PixelChunk(int Job, PixelPlane Plane, long Offset, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes before the pixels: job (int32), plane (byte), three zero bytes, offset (int64), little-endian.</summary>
    public const int HeaderBytes = 16;

    /// <summary>Reads the header of a pixel frame.</summary>
    /// <param name="frame">A frame of kind <see cref="FrameKind.Pixels"/>.</param>
    /// <returns>The chunk, over the frame's own bytes.</returns>
    /// <exception cref="ProtocolException">The header is cut short or holds impossible values.</exception>
    public static PixelChunk Parse(Frame frame)
    {
        var header = frame.Payload.Span;
        if (frame.Kind != FrameKind.Pixels || header.Length <= HeaderBytes)
        {
            throw new ProtocolException($"A pixel frame needs more than {HeaderBytes} bytes; this one of kind {frame.Kind} has {header.Length}.");
        }

        var job = BinaryPrimitives.ReadInt32LittleEndian(header);
        var plane = (PixelPlane)header[4];
        var offset = BinaryPrimitives.ReadInt64LittleEndian(header[8..]);
        if (job <= 0 || plane > PixelPlane.ModelView || offset < 0 || (header[5] | header[6] | header[7]) != 0)
        {
            throw new ProtocolException($"A pixel frame has a bad header: job {job}, plane {(byte)plane}, offset {offset}.");
        }

        return new PixelChunk(job, plane, offset, frame.Payload[HeaderBytes..]);
    }

    internal static void WriteHeader(Span<byte> header, int job, PixelPlane plane, long offset)
    {
        header[..HeaderBytes].Clear();
        BinaryPrimitives.WriteInt32LittleEndian(header, job);
        header[4] = (byte)plane;
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], offset);
    }
}
