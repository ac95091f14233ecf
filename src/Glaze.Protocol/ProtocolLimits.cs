namespace Glaze.Protocol;

/// <summary>Sizes checked before anything is allocated. A value outside them is a <see cref="ProtocolException"/>.</summary>
public static class ProtocolLimits
{
    /// <summary>Largest payload of a message frame, in bytes of UTF-8 JSON.</summary>
    public const int MaxMessageBytes = 1 << 20;

    /// <summary>Largest run of pixel bytes in one pixel frame, the chunk header not counted (16 MiB).</summary>
    public const int MaxChunkBytes = 16 << 20;

    /// <summary>What our own writers put into one pixel frame (4 MiB), so that a cancel never waits long behind pixels.</summary>
    public const int UsualChunkBytes = 4 << 20;

    /// <summary>Longest width or height of a picture, in pixels.</summary>
    public const int MaxSide = 65535;

    /// <summary>Largest picture, in pixels: 16384², which is 1 GiB of BGRA.</summary>
    public const long MaxPixels = 16384L * 16384L;

    /// <summary>Longest side of a style thumbnail and of the picture it is made from, in pixels.</summary>
    public const int MaxThumbnailSide = 256;

    /// <summary>Most entries in any list of a message.</summary>
    public const int MaxListItems = 256;

    /// <summary>Longest name (style, surrogate, language, picture key), in characters.</summary>
    public const int MaxNameCharacters = 256;

    /// <summary>Longest path, in characters; Windows' own limit.</summary>
    public const int MaxPathCharacters = 32767;

    /// <summary>Bytes of one BGRA pixel.</summary>
    public const int BytesPerPixel = 4;
}
