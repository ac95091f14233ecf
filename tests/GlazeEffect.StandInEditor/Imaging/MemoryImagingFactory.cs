using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace GlazeEffect.StandInEditor.Imaging;

/// <summary>Makes bitmaps in memory and converts between the two colour spaces that Exif can name.</summary>
internal sealed class MemoryImagingFactory : RefTrackedObject, IImagingFactory
{
    public IBitmap CreateBitmap(int width, int height, in PixelFormat pixelFormat) =>
        CreateBitmap(width, height, pixelFormat, BitmapAllocationOptions.Default);

    public IBitmap CreateBitmap(int width, int height, in PixelFormat pixelFormat, BitmapAllocationOptions options)
    {
        if (pixelFormat == PixelFormats.Bgra32)
        {
            return new MemoryBitmap<ColorBgra32>(width, height);
        }

        return pixelFormat == PixelFormats.Alpha8
            ? new MemoryBitmap<ColorAlpha8>(width, height)
            : throw new NotSupportedException($"Pixel format {pixelFormat} is not among the stand-ins.");
    }

    public IColorContext CreateColorContext(ExifColorSpace exifColorSpace) => new ExifColorContext(exifColorSpace);

    public IBitmapSource CreateColorTransformedBitmap(
        IBitmapSource source, IColorContext sourceContext, IColorContext dstContext, in PixelFormat dstPixelFormat)
    {
        var bitmap = ((IBitmapSource<ColorBgra32>)source).ToBitmap();
        ExifColorContext.Convert(
            ((MemoryBitmap<ColorBgra32>)bitmap).Pixels, sourceContext.ExifColorSpace, dstContext.ExifColorSpace);
        return bitmap;
    }
}
