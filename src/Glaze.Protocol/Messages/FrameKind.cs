namespace Glaze.Protocol.Messages;

/// <summary>The kind byte of a frame. Values never change meaning; see docs/protocol.md.</summary>
public enum FrameKind : byte
{
    /// <summary>Never sent; keeps a zeroed header invalid.</summary>
    None = 0x00,

    /// <summary><see cref="Messages.Hello"/>, client to engine, the first frame.</summary>
    Hello = 0x01,

    /// <summary><see cref="Messages.Welcome"/>, engine to client, the answer to hello.</summary>
    Welcome = 0x02,

    /// <summary><see cref="Messages.CloakRequest"/>, client to engine.</summary>
    CloakRequest = 0x10,

    /// <summary><see cref="Messages.CloakProgress"/>, engine to client.</summary>
    CloakProgress = 0x11,

    /// <summary><see cref="Messages.PreviewUpdate"/>, engine to client, pixels follow.</summary>
    PreviewUpdate = 0x12,

    /// <summary><see cref="Messages.CloakResult"/>, engine to client, pixels follow; ends the job.</summary>
    CloakResult = 0x13,

    /// <summary><see cref="Messages.EngineFault"/>, engine to client; ends the job it names.</summary>
    EngineFault = 0x14,

    /// <summary><see cref="Messages.Cancelled"/>, engine to client; ends the job.</summary>
    Cancelled = 0x15,

    /// <summary><see cref="Messages.CancelRequest"/>, client to engine.</summary>
    CancelRequest = 0x16,

    /// <summary><see cref="Messages.StyleThumbnailRequest"/>, client to engine.</summary>
    StyleThumbnailRequest = 0x20,

    /// <summary><see cref="Messages.StyleThumbnails"/>, engine to client, pixels follow; ends the job.</summary>
    StyleThumbnails = 0x21,

    /// <summary><see cref="Messages.ModelViewRequest"/>, client to engine.</summary>
    ModelViewRequest = 0x22,

    /// <summary><see cref="Messages.ModelView"/>, engine to client, pixels follow; ends the job.</summary>
    ModelView = 0x23,

    /// <summary><see cref="Messages.ModelsRequest"/>, client to engine.</summary>
    ModelsRequest = 0x28,

    /// <summary><see cref="Messages.ModelsProgress"/>, engine to client.</summary>
    ModelsProgress = 0x29,

    /// <summary><see cref="Messages.Models"/>, engine to client; ends the job.</summary>
    Models = 0x2A,

    /// <summary><see cref="Messages.Ping"/>, client to engine.</summary>
    Ping = 0x30,

    /// <summary><see cref="Messages.Pong"/>, engine to client.</summary>
    Pong = 0x31,

    /// <summary><see cref="Messages.Shutdown"/>, client to engine.</summary>
    Shutdown = 0x3F,

    /// <summary>A chunk of pixels; the only kind whose payload is not JSON.</summary>
    Pixels = 0x80,
}
