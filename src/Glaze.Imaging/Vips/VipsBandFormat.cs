namespace Glaze.Imaging.Vips;

/// <summary>libvips' sample types, as far as they are told apart here.</summary>
internal enum VipsBandFormat
{
    UInt8 = 0,
    UInt16 = 2,
}
