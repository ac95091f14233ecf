using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

public unsafe interface IBitmapLock : IObjectRef, IIsDisposed, IDisposable
{
    void* Buffer { get; }

    uint BufferSize { get; }

    int BufferStride { get; }

    PixelFormat PixelFormat { get; }

    SizeInt32 Size { get; }
}
