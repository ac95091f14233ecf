using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

/// <summary>The part of the result that one render call has to fill.</summary>
internal sealed unsafe class BitmapEffectOutput(ColorBgra32* buffer, int stride, RectInt32 bounds) : IBitmapEffectOutput
{
    public RectInt32 Bounds => bounds;

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public IBitmapLock Lock(in PixelFormat pixelFormat) =>
        pixelFormat == PixelFormats.Bgra32
            ? new OutputLock(buffer, stride, bounds.Size)
            : throw new ArgumentException("The output has another pixel format.", nameof(pixelFormat));
}
