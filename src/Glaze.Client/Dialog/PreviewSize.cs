using Glaze.Protocol.Messages;

namespace Glaze.Client.Dialog;

/// <summary>How large the engine makes a preview of a part of a picture.</summary>
internal static class PreviewSize
{
    /// <summary>The part at its own size, or shrunk to a longest side.</summary>
    /// <param name="region">The part, in picture pixels; not empty.</param>
    /// <param name="maxSide">The longest side.</param>
    /// <returns>Width and height, at least 1.</returns>
    public static (int Width, int Height) Of(PixelRectangle region, int maxSide)
    {
        var scale = Math.Min(1.0, maxSide / (double)Math.Max(region.Width, region.Height));
        return (Math.Max(1, (int)Math.Round(region.Width * scale)), Math.Max(1, (int)Math.Round(region.Height * scale)));
    }
}
