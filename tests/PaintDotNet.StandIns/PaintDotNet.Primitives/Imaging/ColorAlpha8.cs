using System.Runtime.InteropServices;

namespace PaintDotNet.Imaging;

[StructLayout(LayoutKind.Sequential, Size = 1)]
public struct ColorAlpha8 : INaturalPixelInfo<ColorAlpha8>, INaturalPixelInfo, IPixelInfo, IInternalImpl, IEquatable<ColorAlpha8>
{
    private byte _a;

    public ColorAlpha8(byte a) => _a = a;

    public byte A
    {
        readonly get => _a;
        set => _a = value;
    }

    readonly int IPixelInfo.BitsPerPixel => 8;

    readonly int IPixelInfo.ChannelCount => 1;

    readonly PixelFormatNumericRepresentation IPixelInfo.NumericRepresentation =>
        PixelFormatNumericRepresentation.UnsignedInteger;

    readonly PixelFormat IPixelInfo.PixelFormat => PixelFormats.Alpha8;

    readonly bool IPixelInfo.SupportsTransparency => true;

    readonly int INaturalPixelInfo.BytesPerPixel => 1;

    public readonly bool Equals(ColorAlpha8 other) => _a == other._a;

    public override readonly bool Equals(object? obj) => obj is ColorAlpha8 other && Equals(other);

    public override readonly int GetHashCode() => _a;

    public static bool operator ==(ColorAlpha8 a, ColorAlpha8 b) => a._a == b._a;

    public static bool operator !=(ColorAlpha8 a, ColorAlpha8 b) => a._a != b._a;
}
