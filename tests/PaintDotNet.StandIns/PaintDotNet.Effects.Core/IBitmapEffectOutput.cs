using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IBitmapEffectOutput : IInternalImpl
{
    RectInt32 Bounds { get; }

    PixelFormat PixelFormat { get; }

    IBitmapLock Lock(in PixelFormat pixelFormat);
}
