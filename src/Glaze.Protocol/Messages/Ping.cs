
namespace Glaze.Protocol.Messages;

/// <summary>Asks whether the engine is alive. Answered by <see cref="Pong"/> at once, also while a job computes.</summary>
/// <param name="Number">The number of the ping, echoed in the pong.</param>
public sealed record Ping(long Number) : Message(FrameKind.Ping);
