
namespace Glaze.Protocol.Messages;

/// <summary>A failure, told. With a job it ends that job and the engine goes on; without one the engine is about to exit.</summary>
/// <param name="Job">The job that failed; null when the engine itself did.</param>
/// <param name="Code">Why.</param>
/// <param name="Message">One sentence for the artist, in the language asked for, naming the thing and the remedy.</param>
/// <param name="Detail">For the log, such as a stack trace; may be empty, never shown.</param>
public sealed record EngineFault(int? Job, FaultCode Code, string Message, string Detail) : Message(FrameKind.EngineFault)
{
    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job ?? 1);
        Require.Defined(Code, "code");
    }
}
