
namespace Glaze.Protocol.Messages;

/// <summary>Tells the engine to drop every job and exit with <see cref="EngineExitCode.Done"/>; the end of its standard input means the same.</summary>
public sealed record Shutdown() : Message(FrameKind.Shutdown);
