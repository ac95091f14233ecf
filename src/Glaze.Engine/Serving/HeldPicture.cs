using Glaze.Imaging;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>The picture that the engine keeps between requests.</summary>
/// <param name="Name">The client's name for its content.</param>
/// <param name="Pixels">The pixels.</param>
/// <param name="Selection">Weights 0..255 over the whole picture, or null for everywhere.</param>
internal sealed record HeldPicture(string Name, PixelBuffer Pixels, byte[]? Selection)
{
    /// <summary>The picture of a request, in the very array that arrived.</summary>
    public static HeldPicture From(CloakRequest request, byte[] bgra, byte[] mask)
    {
        var pixels = PixelBuffer.TakeBgra(bgra, request.Width, request.Height);
        var bounds = request.SelectionBounds;
        var isWhole = bounds.Width == request.Width && bounds.Height == request.Height && !request.HasSelectionMask;
        return new HeldPicture(request.Picture, pixels, isWhole ? null : Spread(request, mask));
    }

    private static byte[] Spread(CloakRequest request, byte[] mask)
    {
        var bounds = request.SelectionBounds;
        var selection = new byte[request.Width * request.Height];
        for (var y = 0; y < bounds.Height; y++)
        {
            var row = selection.AsSpan(((bounds.Y + y) * request.Width) + bounds.X, bounds.Width);
            if (request.HasSelectionMask)
            {
                mask.AsSpan(y * bounds.Width, bounds.Width).CopyTo(row);
            }
            else
            {
                row.Fill(255);
            }
        }

        return selection;
    }
}
