using Glaze.Protocol.Messages;

namespace Glaze.Client.Pixels;

/// <summary>A preview as the engine sent it.</summary>
/// <param name="Bgra">BGRA, straight alpha, rows top to bottom without padding; not to be changed.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Region">The part of the picture it shows, in picture pixels.</param>
/// <param name="Scale">Preview pixels per picture pixel, above 0 to 1.</param>
/// <param name="Change">How visible the change is; null when not measured.</param>
public sealed record PreviewPicture(byte[] Bgra, int Width, int Height, PixelRectangle Region, double Scale, VisibleChange? Change);
