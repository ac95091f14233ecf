namespace PaintDotNet.Imaging;

public static unsafe class BitmapLockExtensions
{
    public static RegionPtr<TPixel> AsRegionPtr<TPixel>(this IBitmapLock<TPixel> bitmapLock)
        where TPixel : unmanaged, INaturalPixelInfo =>
        new(bitmapLock, bitmapLock.Buffer, bitmapLock.Size, bitmapLock.BufferStride);
}
