using System.Text.Json.Serialization;
using Glaze.Protocol.Framing;

namespace Glaze.Protocol.Messages;

/// <summary>
/// Asks for a small picture in every style. Answered by exactly one <see cref="StyleThumbnails"/>, <see cref="EngineFault"/> or <see cref="Cancelled"/>.
/// </summary>
/// <param name="Job">The job's number, from the same sequence as cloak jobs.</param>
/// <param name="Width">Width of the small picture that follows as <see cref="PixelPlane.Original"/>; 0 = the engine's own sample.</param>
/// <param name="Height">Height of the small picture; 0 when the width is.</param>
/// <param name="MaxSide">Longest side of the thumbnails wanted, 8 to 256 pixels.</param>
public sealed record StyleThumbnailRequest(int Job, int Width, int Height, int MaxSide) : Message(FrameKind.StyleThumbnailRequest)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override int PixelJob => Width > 0 ? Job : 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<AnnouncedPlane> Planes => Width > 0
        ? [new AnnouncedPlane(PixelPlane.Original, (long)Width * Height * ProtocolLimits.BytesPerPixel)]
        : [];

    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        var isSmall = Width is > 0 and <= ProtocolLimits.MaxThumbnailSide && Height is > 0 and <= ProtocolLimits.MaxThumbnailSide;
        Require.That(isSmall || (Width == 0 && Height == 0), $"The thumbnail source is {Width}x{Height}; sides go from 1 to {ProtocolLimits.MaxThumbnailSide}.");
        Require.That(MaxSide is >= 8 and <= ProtocolLimits.MaxThumbnailSide, $"maxSide is {MaxSide}; it goes from 8 to {ProtocolLimits.MaxThumbnailSide}.");
    }
}
