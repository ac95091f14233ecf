using Glaze.Protocol.Framing;

namespace Glaze.Protocol.Messages;

/// <summary>
/// Asks what a model sees of the preview that was refined last, and of the original at the same size. Answered by exactly one
/// <see cref="ModelView"/>, <see cref="EngineFault"/> (<see cref="FaultCode.PictureUnknown"/> when no preview is held) or <see cref="Cancelled"/>.
/// </summary>
/// <param name="Job">The job's number, from the same sequence as cloak jobs.</param>
/// <param name="Language">The language of fault sentences and of the family's name.</param>
public sealed record ModelViewRequest(int Job, string Language = "en") : Message(FrameKind.ModelViewRequest)
{
    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.Name(Language, "language");
    }
}
