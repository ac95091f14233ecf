using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

public unsafe interface IBitmapSource : IObjectRef, IIsDisposed, IDisposable
{
    PixelFormat PixelFormat { get; }

    Vector2Double Resolution { get; }

    SizeInt32 Size { get; }

    void CopyPixels(void* pBuffer, int bufferStride, uint bufferSize, in RectInt32? srcRect);

    IPalette? GetPalette();
}
