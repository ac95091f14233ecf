using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>A window into pixels that somebody else owns; unusable after disposal.</summary>
internal sealed unsafe class MemoryBitmapLock<TPixel>(TPixel* buffer, SizeInt32 size, int stride, Action? released)
    : RefTrackedObject, IBitmapLock<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo
{
    public TPixel* Buffer
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return buffer;
        }
    }

    void* IBitmapLock.Buffer => Buffer;

    public uint BufferSize =>
        size.Height == 0 ? 0 : checked((uint)(((long)(size.Height - 1) * stride) + ((long)size.Width * sizeof(TPixel))));

    public int BufferStride => stride;

    public PixelFormat PixelFormat => default(TPixel).PixelFormat;

    public SizeInt32 Size => size;

    protected override void Dispose(bool disposing)
    {
        released?.Invoke();
        base.Dispose(disposing);
    }
}
