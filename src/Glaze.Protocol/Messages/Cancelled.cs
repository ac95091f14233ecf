
namespace Glaze.Protocol.Messages;

/// <summary>The end of a job that was cancelled.</summary>
/// <param name="Job">The job.</param>
public sealed record Cancelled(int Job) : Message(FrameKind.Cancelled)
{
    /// <inheritdoc/>
    public override void Validate() => Require.Job(Job);
}
