using Glaze.Protocol.Messages;

namespace Glaze.Protocol.Framing;

/// <summary>One frame as read from the stream.</summary>
/// <param name="Kind">What the payload is.</param>
/// <param name="Payload">The bytes, valid until the reader that returned them reads again.</param>
public readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload);
