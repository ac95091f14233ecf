using System.Text.Json.Serialization;
using Glaze.Protocol.Framing;

namespace Glaze.Protocol.Messages;

/// <summary>
/// What a model sees; the plane <see cref="PixelPlane.ModelView"/> follows: two pictures one after the other, what it sees of the original and
/// what it sees of the cloaked preview.
/// </summary>
/// <param name="Job">The job.</param>
/// <param name="Width">Width of each picture in pixels.</param>
/// <param name="Height">Height of each picture in pixels.</param>
/// <param name="Region">The part of the picture they show, in picture pixels: that of the preview.</param>
/// <param name="Family">The family of models that sees so, in words an artist knows.</param>
/// <param name="Estimated">True when the family's own encoder is not installed, so that how far the cloak reaches is an estimate.</param>
public sealed record ModelView(int Job, int Width, int Height, PixelRectangle Region, string Family, bool Estimated) : Message(FrameKind.ModelView)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override int PixelJob => Job;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<AnnouncedPlane> Planes =>
        [new AnnouncedPlane(PixelPlane.ModelView, 2L * Width * Height * ProtocolLimits.BytesPerPixel)];

    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.Picture(Width, Height);
        Region.RequireInside(ProtocolLimits.MaxSide, ProtocolLimits.MaxSide, "region");
        Require.Name(Family, "family");
    }
}
