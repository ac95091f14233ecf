namespace Glaze.Protocol.Messages;

/// <summary>What the bytes of a pixel frame are.</summary>
public enum PixelPlane : byte
{
    /// <summary>The picture of a request: BGRA, straight alpha, 8 bits, rows top to bottom without padding.</summary>
    Original = 0,

    /// <summary>The selection of a request: one byte a pixel of its selection bounds, 0 = not selected, 255 = selected.</summary>
    Selection = 1,

    /// <summary>A preview: BGRA like the original, of the size its <see cref="Messages.PreviewUpdate"/> declares.</summary>
    Preview = 2,

    /// <summary>The result: BGRA like the original, of the size its <see cref="Messages.CloakResult"/> declares.</summary>
    Result = 3,

    /// <summary>Style thumbnails: BGRA, one after the other in the order of the message's list.</summary>
    Thumbnails = 4,

    /// <summary>What a model sees: two BGRA pictures, of the original and of the cloaked preview.</summary>
    ModelView = 5,
}
