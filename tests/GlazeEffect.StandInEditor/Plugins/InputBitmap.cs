using System.Globalization;
using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>A read-only view of pixels the host owns.</summary>
internal sealed unsafe class InputBitmap<TPixel>(MemoryBitmap<TPixel> bitmap, IColorContext? colorContext)
    : RefTrackedObject, IEffectInputBitmap<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo
{
    public IColorContext? ColorContext => colorContext;

    public PixelFormat PixelFormat => bitmap.PixelFormat;

    public Vector2Double Resolution => bitmap.Resolution;

    public SizeInt32 Size => bitmap.Size;

    // Says how long the host takes over each piece of a layer; a test closes the dialog meanwhile.
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(
        int.TryParse(Environment.GetEnvironmentVariable("STAND_IN_READ_DELAY"), CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : 0);

    public void CopyPixels(void* pBuffer, int bufferStride, uint bufferSize, in RectInt32? srcRect)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        new ManualResetEvent(false).WaitOne(Delay);
        bitmap.CopyPixels(pBuffer, bufferStride, bufferSize, srcRect);
    }

    public IPalette? GetPalette() => null;

    public IBitmapLock<TPixel> Lock(RectInt32 rect)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return bitmap.Lock(rect, BitmapLockOptions.Read);
    }

    IBitmapLock IEffectInputBitmap.Lock(RectInt32 rect) => Lock(rect);
}
