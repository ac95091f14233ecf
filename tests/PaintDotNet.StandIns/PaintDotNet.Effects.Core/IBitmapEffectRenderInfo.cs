using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IBitmapEffectRenderInfo : IReadOnlyBitmapEffectRenderInfo, IInternalImpl
{
    new BitmapEffectRenderingFlags Flags { get; set; }

    new PixelFormat OutputPixelFormat { get; set; }

    new BitmapEffectRenderingSchedule Schedule { get; set; }
}
