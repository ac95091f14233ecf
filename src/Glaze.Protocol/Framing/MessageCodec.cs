using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Glaze.Protocol.Messages;

namespace Glaze.Protocol.Framing;

/// <summary>Messages to JSON and back, checked both ways.</summary>
public static class MessageCodec
{
    /// <summary>Writes a message as the payload of its frame.</summary>
    /// <param name="message">The message.</param>
    /// <returns>UTF-8 JSON.</returns>
    /// <exception cref="ArgumentException">The message breaks the protocol's own bounds.</exception>
    public static byte[] Encode(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            message.Validate();
        }
        catch (ProtocolException exception)
        {
            throw new ArgumentException(exception.Message, nameof(message), exception);
        }

        var payload = JsonSerializer.SerializeToUtf8Bytes(message, TypeOf(message.Kind));
        return payload.Length <= ProtocolLimits.MaxMessageBytes
            ? payload
            : throw new ArgumentException($"The {message.Kind} message takes {payload.Length} bytes; at most {ProtocolLimits.MaxMessageBytes} are allowed.", nameof(message));
    }

    /// <summary>Reads the message of a frame.</summary>
    /// <param name="frame">A frame of any kind but <see cref="FrameKind.Pixels"/>.</param>
    /// <returns>The message, every bound checked.</returns>
    /// <exception cref="ProtocolException">The payload is not such a message.</exception>
    public static Message Decode(Frame frame)
    {
        try
        {
            var message = JsonSerializer.Deserialize(frame.Payload.Span, TypeOf(frame.Kind)) as Message
                ?? throw new ProtocolException($"A {frame.Kind} frame holds the JSON value null.");
            message.Validate();
            return message;
        }
        catch (JsonException exception)
        {
            throw new ProtocolException($"A {frame.Kind} frame does not hold such a message: {exception.Message}", exception);
        }
    }

    private static JsonTypeInfo TypeOf(FrameKind kind) => kind switch
    {
        FrameKind.Hello => MessageJsonContext.Default.Hello,
        FrameKind.Welcome => MessageJsonContext.Default.Welcome,
        FrameKind.CloakRequest => MessageJsonContext.Default.CloakRequest,
        FrameKind.CloakProgress => MessageJsonContext.Default.CloakProgress,
        FrameKind.PreviewUpdate => MessageJsonContext.Default.PreviewUpdate,
        FrameKind.CloakResult => MessageJsonContext.Default.CloakResult,
        FrameKind.EngineFault => MessageJsonContext.Default.EngineFault,
        FrameKind.Cancelled => MessageJsonContext.Default.Cancelled,
        FrameKind.CancelRequest => MessageJsonContext.Default.CancelRequest,
        FrameKind.StyleThumbnailRequest => MessageJsonContext.Default.StyleThumbnailRequest,
        FrameKind.StyleThumbnails => MessageJsonContext.Default.StyleThumbnails,
        FrameKind.ModelViewRequest => MessageJsonContext.Default.ModelViewRequest,
        FrameKind.ModelView => MessageJsonContext.Default.ModelView,
        FrameKind.ModelsRequest => MessageJsonContext.Default.ModelsRequest,
        FrameKind.ModelsProgress => MessageJsonContext.Default.ModelsProgress,
        FrameKind.Models => MessageJsonContext.Default.Models,
        FrameKind.Ping => MessageJsonContext.Default.Ping,
        FrameKind.Pong => MessageJsonContext.Default.Pong,
        FrameKind.Shutdown => MessageJsonContext.Default.Shutdown,
        _ => throw new ProtocolException($"Frame kind {kind} holds no message."),
    };
}
