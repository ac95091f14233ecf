using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public static class EffectDocumentInfoExtensions
{
    public static IEffectInputBitmap<ColorBgra32> GetBitmapBgra32(this IEffectDocumentInfo document) =>
        document.GetBitmap<ColorBgra32>();

    public static IEffectInputBitmap<TPixel> GetBitmap<TPixel>(this IEffectDocumentInfo document)
        where TPixel : unmanaged, INaturalPixelInfo =>
        (IEffectInputBitmap<TPixel>)document.GetBitmap(default(TPixel).PixelFormat);
}
