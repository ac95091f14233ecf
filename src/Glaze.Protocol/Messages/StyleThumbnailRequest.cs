namespace Glaze.Protocol.Messages;

/// <summary>
/// Asks for a small picture in every style, of the engine's own sample. Answered by exactly one <see cref="StyleThumbnails"/>, <see cref="EngineFault"/> or <see cref="Cancelled"/>.
/// </summary>
/// <param name="Job">The job's number, from the same sequence as cloak jobs.</param>
/// <param name="MaxSide">Longest side of the thumbnails wanted, 8 to 256 pixels.</param>
public sealed record StyleThumbnailRequest(int Job, int MaxSide) : Message(FrameKind.StyleThumbnailRequest)
{
    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.That(MaxSide is >= 8 and <= ProtocolLimits.MaxThumbnailSide, $"maxSide is {MaxSide}; it goes from 8 to {ProtocolLimits.MaxThumbnailSide}.");
    }
}
