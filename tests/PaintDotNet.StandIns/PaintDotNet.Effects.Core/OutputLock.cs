using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

/// <summary>One render call's output buffer; unusable after disposal.</summary>
internal sealed unsafe class OutputLock(ColorBgra32* buffer, int stride, SizeInt32 size)
    : RefTrackedObject, IBitmapLock<ColorBgra32>
{
    public ColorBgra32* Buffer
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return buffer;
        }
    }

    void* IBitmapLock.Buffer => Buffer;

    public uint BufferSize => checked((uint)(((size.Height - 1) * stride) + (size.Width * sizeof(ColorBgra32))));

    public int BufferStride => stride;

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public SizeInt32 Size => size;
}
