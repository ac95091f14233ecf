using System.Text.Json.Serialization;

namespace Glaze.Protocol.Messages;

/// <summary>A preview, coarse at first; the plane <see cref="PixelPlane.Preview"/> follows. It does not end the job.</summary>
/// <param name="Job">The job.</param>
/// <param name="Scale">Preview pixels per picture pixel, above 0 and at most 1.</param>
/// <param name="Region">The part of the picture it shows, in picture pixels.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Change">How visible the change is in this preview; null when not measured.</param>
public sealed record PreviewUpdate(int Job, double Scale, PixelRectangle Region, int Width, int Height, VisibleChange? Change = null) : Message(FrameKind.PreviewUpdate)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override int PixelJob => Job;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<AnnouncedPlane> Planes =>
        [new AnnouncedPlane(PixelPlane.Preview, (long)Width * Height * ProtocolLimits.BytesPerPixel)];

    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.Picture(Width, Height);
        Require.That(Scale is > 0 and <= 1, $"scale is {Scale}; it goes from above 0 to 1.");
        Region.RequireInside(ProtocolLimits.MaxSide, ProtocolLimits.MaxSide, "region");
        Change?.Validate();
    }
}
