using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public static class EffectLayerInfoExtensions
{
    public static IEffectInputBitmap<ColorBgra32> GetBitmapBgra32(this IEffectLayerInfo layer) =>
        layer.GetBitmap<ColorBgra32>();

    public static IEffectInputBitmap<TPixel> GetBitmap<TPixel>(this IEffectLayerInfo layer)
        where TPixel : unmanaged, INaturalPixelInfo =>
        (IEffectInputBitmap<TPixel>)layer.GetBitmap(default(TPixel).PixelFormat);
}
