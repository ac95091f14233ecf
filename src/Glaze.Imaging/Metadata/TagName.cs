namespace Glaze.Imaging.Metadata;

/// <summary>The tags of TIFF and EXIF directories that are treated by name.</summary>
internal static class TagName
{
    internal const ushort SubfileType = 254;
    internal const ushort OldSubfileType = 255;
    internal const ushort Photometric = 262;
    internal const ushort DocumentName = 269;
    internal const ushort ImageDescription = 270;
    internal const ushort StripOffsets = 273;
    internal const ushort Orientation = 274;
    internal const ushort HorizontalResolution = 282;
    internal const ushort VerticalResolution = 283;
    internal const ushort ResolutionUnit = 296;
    internal const ushort Software = 305;
    internal const ushort DateTime = 306;
    internal const ushort Artist = 315;
    internal const ushort TileOffsets = 324;
    internal const ushort SubDirectories = 330;
    internal const ushort ThumbnailOffset = 513;
    internal const ushort ThumbnailLength = 514;
    internal const ushort Xmp = 700;
    internal const ushort Copyright = 33432;
    internal const ushort Iptc = 33723;
    internal const ushort Photoshop = 34377;
    internal const ushort ExifDirectory = 34665;
    internal const ushort IccProfile = 34675;
    internal const ushort GpsDirectory = 34853;
    internal const ushort MakerNote = 37500;
    internal const ushort UserComment = 37510;
    internal const ushort PhotoshopLayers = 37724;
    internal const ushort InteropDirectory = 40965;

    /// <summary>What to call a tag in a sentence.</summary>
    internal static string Describe(ushort tag) => tag switch
    {
        DocumentName => "EXIF's document name",
        ImageDescription => "EXIF's image description",
        Software => "EXIF's software",
        Artist => "EXIF's artist",
        Copyright => "EXIF's copyright",
        MakerNote => "the camera's maker note",
        UserComment => "EXIF's user comment",
        _ => $"EXIF tag {tag}",
    };

    /// <summary>Whether a tag of the first directory holds a block with a reader of its own.</summary>
    internal static bool IsBlock(ushort tag) => tag is Xmp or Iptc or Photoshop or IccProfile;

    /// <summary>Whether a tag of the first directory says how or where the pixels are stored, so that it holds for one file only.</summary>
    internal static bool IsStructure(ushort tag) => tag is
        >= 254 and <= 259 or 262 or 263 or 264 or 265 or 266 or 273 or >= 277 and <= 281 or 284 or 288 or 289 or 290 or 291 or 292 or 293 or 297
        or 317 or >= 320 and <= 325 or >= 326 and <= 328 or 330 or >= 332 and <= 342 or 346 or 347 or >= 512 and <= 521 or >= 529 and <= 532;
}
