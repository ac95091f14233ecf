
namespace Glaze.Protocol.Messages;

/// <summary>Asks for a job's end. The engine answers the job with <see cref="Cancelled"/>, or with what it had already begun to send; a job it does not know it ignores.</summary>
/// <param name="Job">The job.</param>
public sealed record CancelRequest(int Job) : Message(FrameKind.CancelRequest)
{
    /// <inheritdoc/>
    public override void Validate() => Require.Job(Job);
}
