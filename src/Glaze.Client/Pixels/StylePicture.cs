namespace Glaze.Client.Pixels;

/// <summary>A small picture for the style list.</summary>
/// <param name="Style">The style's name.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Bgra">BGRA, straight alpha, rows top to bottom without padding.</param>
public sealed record StylePicture(string Style, int Width, int Height, byte[] Bgra);
