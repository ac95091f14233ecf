using System.Text.Json.Serialization;

namespace Glaze.Protocol.Messages;

/// <summary>Small pictures for the style list; unless the list is empty the plane <see cref="PixelPlane.Thumbnails"/> follows, one picture after the other.</summary>
/// <param name="Job">The job.</param>
/// <param name="Items">The thumbnails in the order of their pixels.</param>
public sealed record StyleThumbnails(int Job, IReadOnlyList<StyleThumbnail> Items) : Message(FrameKind.StyleThumbnails)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override int PixelJob => Items.Count > 0 ? Job : 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<AnnouncedPlane> Planes => Items.Count > 0
        ? [new AnnouncedPlane(PixelPlane.Thumbnails, Items.Sum(item => (long)item.Width * item.Height * ProtocolLimits.BytesPerPixel))]
        : [];

    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.List(Items, "items");
        foreach (var item in Items)
        {
            Require.Name(item.Style, "items.style");
            Require.That(
                item.Width is > 0 and <= ProtocolLimits.MaxThumbnailSide && item.Height is > 0 and <= ProtocolLimits.MaxThumbnailSide,
                $"The thumbnail of {item.Style} is {item.Width}x{item.Height}; sides go from 1 to {ProtocolLimits.MaxThumbnailSide}.");
        }
    }
}
