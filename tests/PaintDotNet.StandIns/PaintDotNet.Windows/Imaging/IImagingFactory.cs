using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

public interface IImagingFactory : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IBitmap CreateBitmap(int width, int height, in PixelFormat pixelFormat);

    IBitmap CreateBitmap(int width, int height, in PixelFormat pixelFormat, BitmapAllocationOptions options);

    IColorContext CreateColorContext(ExifColorSpace exifColorSpace);

    IBitmapSource CreateColorTransformedBitmap(
        IBitmapSource source, IColorContext sourceContext, IColorContext dstContext, in PixelFormat dstPixelFormat);
}
