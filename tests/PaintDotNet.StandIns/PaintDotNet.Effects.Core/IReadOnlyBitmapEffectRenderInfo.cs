using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IReadOnlyBitmapEffectRenderInfo : IInternalImpl
{
    BitmapEffectRenderingFlags Flags { get; }

    PixelFormat OutputPixelFormat { get; }

    BitmapEffectRenderingSchedule Schedule { get; }
}
