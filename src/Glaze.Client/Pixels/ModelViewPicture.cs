using Glaze.Protocol.Messages;

namespace Glaze.Client.Pixels;

/// <summary>What a model sees of a preview.</summary>
/// <param name="Original">What it sees of the original: BGRA, rows top to bottom without padding; not to be changed.</param>
/// <param name="Cloaked">What it sees of the cloaked preview, likewise.</param>
/// <param name="Width">Width of both in pixels.</param>
/// <param name="Height">Height of both in pixels.</param>
/// <param name="Region">The part of the picture they show, in picture pixels.</param>
/// <param name="Family">The family of models that sees so.</param>
/// <param name="IsEstimate">True when the family's own encoder is not installed.</param>
public sealed record ModelViewPicture(byte[] Original, byte[] Cloaked, int Width, int Height, PixelRectangle Region, string Family, bool IsEstimate);
