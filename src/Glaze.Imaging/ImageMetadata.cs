using Glaze.Imaging.Vips;

namespace Glaze.Imaging;

/// <summary>What a picture file says beside its pixels, kept as bytes so that it can be written back unchanged.</summary>
public sealed class ImageMetadata
{
    /// <summary>Resolution assumed for files that state none, in pixels per inch: EXIF's own default.</summary>
    private const double DefaultPixelsPerInch = 72;

    private const double MillimetresPerInch = 25.4;

    private readonly double? _horizontal;
    private readonly double? _vertical;

    /// <summary>Metadata of a file that says nothing.</summary>
    public ImageMetadata()
    {
    }

    private ImageMetadata(double? horizontal, double? vertical)
    {
        _horizontal = horizontal;
        _vertical = vertical;
    }

    /// <summary>The embedded ICC colour profile, or null.</summary>
    public byte[]? IccProfile { get; init; }

    /// <summary>The EXIF block, or null.</summary>
    public byte[]? Exif { get; init; }

    /// <summary>The XMP packet, or null.</summary>
    public byte[]? Xmp { get; init; }

    /// <summary>The IPTC block, or null.</summary>
    public byte[]? Iptc { get; init; }

    /// <summary>EXIF orientation 1..8; pixels are never rotated, the tag is handed on.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Horizontal resolution in pixels per inch; 72 where the file states none.</summary>
    public double HorizontalPixelsPerInch { get => _horizontal ?? DefaultPixelsPerInch; init => _horizontal = value; }

    /// <summary>Vertical resolution in pixels per inch; 72 where the file states none.</summary>
    public double VerticalPixelsPerInch { get => _vertical ?? DefaultPixelsPerInch; init => _vertical = value; }

    /// <summary>Whether the file states a resolution; a file that states none is written without one.</summary>
    public bool StatesResolution => _horizontal is not null || _vertical is not null;

    internal double HorizontalPixelsPerMillimetre => HorizontalPixelsPerInch / MillimetresPerInch;

    internal double VerticalPixelsPerMillimetre => VerticalPixelsPerInch / MillimetresPerInch;

    internal static ImageMetadata From(VipsImage image, bool statesResolution)
    {
        var exif = image.Blob("exif-data");
        var (horizontal, vertical) = Resolution(image, exif);
        var isStated = statesResolution || exif is not null;
        return new ImageMetadata(isStated ? PixelsPerInch(horizontal) : null, isStated ? PixelsPerInch(vertical) : null)
        {
            IccProfile = image.Blob("icc-profile-data"),
            Exif = exif,
            Xmp = image.Blob("xmp-data"),
            Iptc = image.Blob("iptc-data"),
            Orientation = LibVips.Orientation(image.Pointer),
        };
    }

    /// <summary>Writes the fields to an image about to be saved.</summary>
    internal void CopyTo(VipsImage image, bool isGrey)
    {
        SetBlob(image, "exif-data", Exif);
        SetBlob(image, "xmp-data", Xmp);
        SetBlob(image, "iptc-data", Iptc);
        SetBlob(image, "icc-profile-data", ProfileFits(isGrey) ? IccProfile : null);
        LibVips.SetIntField(image.Pointer, "orientation", Orientation);
    }

    // Pixels per millimetre. WebP states its resolution in EXIF only, where the loader does not look: setting the block on an image does.
    private static unsafe (double Horizontal, double Vertical) Resolution(VipsImage image, byte[]? exif)
    {
        var (horizontal, vertical) = (LibVips.HorizontalResolution(image.Pointer), LibVips.VerticalResolution(image.Pointer));
        if (exif is null || horizontal != 1 || vertical != 1)
        {
            return (horizontal, vertical);
        }

        byte sample = 0;
        using var carrier = VipsImage.Over(&sample, 1, 1, 1, 1, VipsBandFormat.UInt8);
        carrier.SetBlob("exif-data", exif);
        return (LibVips.HorizontalResolution(carrier.Pointer), LibVips.VerticalResolution(carrier.Pointer));
    }

    // The library reports exactly 1 pixel per millimetre for some files that state no resolution, 72 per inch for others.
    private static double? PixelsPerInch(double perMillimetre) =>
        perMillimetre is 1 or <= 0 ? null : perMillimetre * MillimetresPerInch;

    // Bytes 16..19 of a profile name its colour space; a grey profile on colour pixels would make the file invalid.
    private bool ProfileFits(bool isGrey) =>
        IccProfile is { Length: > 20 } profile && profile.AsSpan(16, 4).SequenceEqual("GRAY"u8) == isGrey;

    private static void SetBlob(VipsImage image, string name, byte[]? content)
    {
        if (content is not null)
        {
            image.SetBlob(name, content);
        }
    }
}
