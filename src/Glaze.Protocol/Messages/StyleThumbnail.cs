namespace Glaze.Protocol.Messages;

/// <summary>One thumbnail's place in the plane that follows.</summary>
/// <param name="Style">The style's name.</param>
/// <param name="Width">Width in pixels, 1 to 256.</param>
/// <param name="Height">Height in pixels, 1 to 256.</param>
public sealed record StyleThumbnail(string Style, int Width, int Height);
