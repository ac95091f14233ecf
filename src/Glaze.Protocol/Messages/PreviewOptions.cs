namespace Glaze.Protocol.Messages;

/// <summary>Makes a request a preview: a coarse result soon, refined while it is looked at.</summary>
/// <param name="Region">The part of the picture the preview must show, inside the picture and not empty.</param>
/// <param name="MaxSide">The longest side of the preview in pixels, 16 to 4096; a larger region is scaled down.</param>
public sealed record PreviewOptions(PixelRectangle Region, int MaxSide)
{
    internal void Validate(int width, int height)
    {
        Require.That(Region is { Width: > 0, Height: > 0 }, "preview.region is empty.");
        Region.RequireInside(width, height, "preview.region");
        Require.That(MaxSide is >= 16 and <= 4096, $"preview.maxSide is {MaxSide}; it goes from 16 to 4096.");
    }
}
