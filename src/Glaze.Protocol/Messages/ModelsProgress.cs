using Glaze.Protocol.Framing;

namespace Glaze.Protocol.Messages;

/// <summary>How much of an encoder has arrived. At most about ten a second.</summary>
/// <param name="Job">The job.</param>
/// <param name="Received">Bytes that are here, those of earlier tries too.</param>
/// <param name="Total">Bytes of the whole file; 0 while that is not known.</param>
public sealed record ModelsProgress(int Job, long Received, long Total) : Message(FrameKind.ModelsProgress)
{
    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.That(Received >= 0 && Total >= 0, "received and total are 0 or more.");
    }
}
