using Glaze.Protocol.Framing;

namespace Glaze.Protocol.Messages;

/// <summary>
/// Asks for the encoders, after doing something with one of them. Answered by exactly one <see cref="Models"/>, <see cref="EngineFault"/> or
/// <see cref="Cancelled"/>; a cancelled install keeps what has arrived. Runs beside cloak jobs.
/// </summary>
/// <param name="Job">The job's number, from the same sequence as cloak jobs.</param>
/// <param name="Action">What to do first.</param>
/// <param name="Model">The encoder's name; empty for <see cref="ModelAction.List"/>, and for <see cref="ModelAction.Import"/> to tell it from the file.</param>
/// <param name="File">The file to import; null otherwise.</param>
/// <param name="Language">The language of sentences and names.</param>
public sealed record ModelsRequest(int Job, ModelAction Action, string Model = "", string? File = null, string Language = "en") : Message(FrameKind.ModelsRequest)
{
    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.Defined(Action, "action");
        Require.Name(Model, "model");
        Require.Name(Language, "language");
        Require.That(Model.Length > 0 || Action is ModelAction.List or ModelAction.Import, "model is missing.");
        Require.That((Action == ModelAction.Import) == File is { Length: > 0 and <= ProtocolLimits.MaxPathCharacters }, "file belongs to an import, and to nothing else.");
    }
}
