
namespace Glaze.Protocol.Messages;

/// <summary>The answer to <see cref="Ping"/>.</summary>
/// <param name="Number">The number of the ping, echoed in the pong.</param>
public sealed record Pong(long Number) : Message(FrameKind.Pong);
