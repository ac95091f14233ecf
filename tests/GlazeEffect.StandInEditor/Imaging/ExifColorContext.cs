using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace GlazeEffect.StandInEditor.Imaging;

/// <summary>sRGB, Adobe RGB, or a profile that the stand-ins cannot convert: linear light, though "sRGB" is in its name.</summary>
internal sealed class ExifColorContext(ExifColorSpace space) : RefTrackedObject, IColorContext
{
    // Adobe RGB (1998) and sRGB primaries at D65, both to XYZ (IEC 61966-2-1; Adobe RGB (1998) encoding, section 4.3.5.3).
    private static readonly double[] SrgbToXyz =
        [0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041];

    private static readonly double[] AdobeToXyz =
        [0.5767309, 0.1855540, 0.1881852, 0.2973769, 0.6273491, 0.0752741, 0.0270343, 0.0706872, 0.9911085];

    private static readonly double[] XyzToSrgb =
        [3.2404542, -1.5371385, -0.4985314, -0.9692660, 1.8760108, 0.0415560, 0.0556434, -0.2040259, 1.0572252];

    private static readonly double[] XyzToAdobe =
        [2.0413690, -0.5649464, -0.3446944, -0.9692660, 1.8760108, 0.0415560, 0.0134474, -0.1183897, 1.0154096];

    public ExifColorSpace ExifColorSpace => space;

    public ColorContextType Type =>
        space == ExifColorSpace.Uncalibrated ? ColorContextType.Profile : ColorContextType.ExifColorSpace;

    public ReadOnlyMemory<byte> GetProfileBytes() =>
        space == ExifColorSpace.Uncalibrated ? MatrixProfile.LinearCalledSrgb : ReadOnlyMemory<byte>.Empty;

    public bool Equals(IColorContext? other) => other is not null && other.Type == Type && other.ExifColorSpace == space;

    public override bool Equals(object? obj) => Equals(obj as IColorContext);

    public override int GetHashCode() => (int)space;

    public static void Convert(Span<ColorBgra32> pixels, ExifColorSpace from, ExifColorSpace to)
    {
        if (from == ExifColorSpace.Uncalibrated || to == ExifColorSpace.Uncalibrated)
        {
            throw new NotSupportedException("This colour profile cannot be converted.");
        }

        if (from == to)
        {
            return;
        }

        var toXyz = from == ExifColorSpace.Srgb ? SrgbToXyz : AdobeToXyz;
        var fromXyz = to == ExifColorSpace.Srgb ? XyzToSrgb : XyzToAdobe;
        Span<double> linear = stackalloc double[3];
        Span<double> xyz = stackalloc double[3];
        foreach (ref var pixel in pixels)
        {
            linear[0] = Decode(pixel.R, from);
            linear[1] = Decode(pixel.G, from);
            linear[2] = Decode(pixel.B, from);
            Multiply(toXyz, linear, xyz);
            Multiply(fromXyz, xyz, linear);
            pixel = ColorBgra32.FromBgra(Encode(linear[2], to), Encode(linear[1], to), Encode(linear[0], to), pixel.A);
        }
    }

    private static void Multiply(double[] matrix, ReadOnlySpan<double> vector, Span<double> result)
    {
        for (var row = 0; row < 3; row++)
        {
            result[row] = (matrix[row * 3] * vector[0]) + (matrix[(row * 3) + 1] * vector[1]) + (matrix[(row * 3) + 2] * vector[2]);
        }
    }

    private static double Decode(byte value, ExifColorSpace space)
    {
        var v = value / 255.0;
        if (space == ExifColorSpace.AdobeRgb)
        {
            return Math.Pow(v, 563 / 256.0);
        }

        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }

    private static byte Encode(double linear, ExifColorSpace space)
    {
        var v = Math.Clamp(linear, 0, 1);
        var encoded = space == ExifColorSpace.AdobeRgb
            ? Math.Pow(v, 256 / 563.0)
            : v <= 0.0031308 ? v * 12.92 : (1.055 * Math.Pow(v, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(encoded * 255);
    }
}
