using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public static class BitmapEffectOutputExtensions
{
    public static IBitmapLock<ColorBgra32> LockBgra32(this IBitmapEffectOutput output) => output.Lock<ColorBgra32>();

    public static IBitmapLock<TPixel> Lock<TPixel>(this IBitmapEffectOutput output)
        where TPixel : unmanaged, INaturalPixelInfo =>
        (IBitmapLock<TPixel>)output.Lock(default(TPixel).PixelFormat);
}
