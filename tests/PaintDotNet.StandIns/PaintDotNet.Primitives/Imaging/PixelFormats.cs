namespace PaintDotNet.Imaging;

public static class PixelFormats
{
    public static PixelFormat Bgra32 { get; } = Wic(0x0f);

    public static PixelFormat Pbgra32 { get; } = Wic(0x10);

    public static PixelFormat Rgba128Float { get; } = Wic(0x19);

    public static PixelFormat Prgba128Float { get; } = Wic(0x1a);

    public static PixelFormat Alpha8 { get; } = new(new Guid("e6cd0116-eeba-4161-aa85-27dd9fb3a895"));

    private static PixelFormat Wic(byte last) =>
        new(new Guid(0x6fddc324, 0x4e03, 0x4bfe, 0xb1, 0x85, 0x3d, 0x77, 0x76, 0x8d, 0xc9, last));
}
