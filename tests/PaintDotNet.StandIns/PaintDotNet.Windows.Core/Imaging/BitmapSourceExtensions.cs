using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

public static unsafe class BitmapSourceExtensions
{
    public static void CopyPixels(this IBitmapSource source, IBitmapLock dst) =>
        source.CopyPixels(dst, Point2Int32.Zero);

    public static void CopyPixels(this IBitmapSource source, IBitmapLock dst, Point2Int32 srcOffset)
    {
        if (dst.PixelFormat != source.PixelFormat)
        {
            throw new ArgumentException("The pixel formats differ.", nameof(dst));
        }

        source.CopyPixels(dst.Buffer, dst.BufferStride, dst.BufferSize, new RectInt32(srcOffset, dst.Size));
    }

    public static void CopyPixels<TPixel>(this IBitmapSource<TPixel> source, IBitmapLock dst)
        where TPixel : unmanaged, INaturalPixelInfo =>
        CopyPixels((IBitmapSource)source, dst, Point2Int32.Zero);

    public static void CopyPixels<TPixel>(this IBitmapSource<TPixel> source, IBitmapLock dst, Point2Int32 srcOffset)
        where TPixel : unmanaged, INaturalPixelInfo =>
        CopyPixels((IBitmapSource)source, dst, srcOffset);

    public static void CopyPixels<TPixel>(this IBitmapSource<TPixel> source, RegionPtr<TPixel> dst)
        where TPixel : unmanaged, INaturalPixelInfo =>
        CopyPixels(source, dst, Point2Int32.Zero);

    public static void CopyPixels<TPixel>(this IBitmapSource<TPixel> source, RegionPtr<TPixel> dst, Point2Int32 srcOffset)
        where TPixel : unmanaged, INaturalPixelInfo =>
        source.CopyPixels(dst.Ptr, dst.Stride, checked((uint)dst.BufferSize), new RectInt32(srcOffset, dst.Size));

    public static IBitmap<TPixel> ToBitmap<TPixel>(this IBitmapSource<TPixel> source)
        where TPixel : unmanaged, INaturalPixelInfo =>
        source.ToBitmap(source.Bounds());

    public static IBitmap<TPixel> ToBitmap<TPixel>(this IBitmapSource<TPixel> source, RectInt32 rect)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        var bitmap = new MemoryBitmap<TPixel>(rect.Width, rect.Height);
        using var target = bitmap.Lock(BitmapLockOptions.Write);
        source.CopyPixels(target, rect.Location);
        return bitmap;
    }

    public static IBitmapSource<TPixel> CreateClipper<TPixel>(this IBitmapSource<TPixel> source, RectInt32 rect)
        where TPixel : unmanaged, INaturalPixelInfo =>
        source.ToBitmap(rect);

    public static RectInt32 Bounds(this IBitmapSource source) => new(0, 0, source.Size);
}
