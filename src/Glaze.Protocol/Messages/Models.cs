using Glaze.Protocol.Framing;

namespace Glaze.Protocol.Messages;

/// <summary>The encoders as they are now; ends a <see cref="ModelsRequest"/>.</summary>
/// <param name="Job">The job.</param>
/// <param name="Items">Every encoder: built in, installed or installable.</param>
/// <param name="Note">What was found or done, as a sentence; null when there is nothing to say.</param>
public sealed record Models(int Job, IReadOnlyList<ModelDescription> Items, string? Note = null) : Message(FrameKind.Models)
{
    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.List(Items, "items");
        foreach (var item in Items)
        {
            item.Validate();
        }

        Require.That(Note is null or { Length: <= 4096 }, "note is longer than 4096 characters.");
    }
}
