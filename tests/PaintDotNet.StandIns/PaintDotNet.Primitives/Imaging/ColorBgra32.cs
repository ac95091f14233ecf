using System.Globalization;
using System.Runtime.InteropServices;

namespace PaintDotNet.Imaging;

[StructLayout(LayoutKind.Sequential, Size = 4)]
public struct ColorBgra32 : INaturalPixelInfo<ColorBgra32>, INaturalPixelInfo, IPixelInfo, IInternalImpl, IEquatable<ColorBgra32>
{
    private byte _b;
    private byte _g;
    private byte _r;
    private byte _a;

    public ColorBgra32(byte b, byte g, byte r, byte a)
    {
        _b = b;
        _g = g;
        _r = r;
        _a = a;
    }

    public ColorBgra32(uint bgra)
        : this((byte)bgra, (byte)(bgra >> 8), (byte)(bgra >> 16), (byte)(bgra >> 24))
    {
    }

    public byte A
    {
        readonly get => _a;
        set => _a = value;
    }

    public byte B
    {
        readonly get => _b;
        set => _b = value;
    }

    public byte G
    {
        readonly get => _g;
        set => _g = value;
    }

    public byte R
    {
        readonly get => _r;
        set => _r = value;
    }

    public uint Bgra
    {
        readonly get => _b | ((uint)_g << 8) | ((uint)_r << 16) | ((uint)_a << 24);
        set => this = new ColorBgra32(value);
    }

    readonly int IPixelInfo.BitsPerPixel => 32;

    readonly int IPixelInfo.ChannelCount => 4;

    readonly PixelFormatNumericRepresentation IPixelInfo.NumericRepresentation =>
        PixelFormatNumericRepresentation.UnsignedInteger;

    readonly PixelFormat IPixelInfo.PixelFormat => PixelFormats.Bgra32;

    readonly bool IPixelInfo.SupportsTransparency => true;

    readonly int INaturalPixelInfo.BytesPerPixel => 4;

    public static ColorBgra32 FromBgra(byte b, byte g, byte r, byte a) => new(b, g, r, a);

    public static ColorBgra32 FromUInt32(uint bgra) => new(bgra);

    public readonly bool Equals(ColorBgra32 other) => Bgra == other.Bgra;

    public override readonly bool Equals(object? obj) => obj is ColorBgra32 other && Equals(other);

    public override readonly int GetHashCode() => (int)Bgra;

    public override readonly string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"B: {_b}, G: {_g}, R: {_r}, A: {_a}");

    public static bool operator ==(ColorBgra32 a, ColorBgra32 b) => a.Bgra == b.Bgra;

    public static bool operator !=(ColorBgra32 a, ColorBgra32 b) => a.Bgra != b.Bgra;
}
