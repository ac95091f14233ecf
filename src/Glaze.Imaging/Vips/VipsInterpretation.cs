namespace Glaze.Imaging.Vips;

/// <summary>libvips' meanings of samples, as far as they are told apart here.</summary>
internal enum VipsInterpretation
{
    Grey = 1,
    Cmyk = 15,
    Rgb = 17,
    Srgb = 22,
    Rgb16 = 25,
    Grey16 = 26,
}
