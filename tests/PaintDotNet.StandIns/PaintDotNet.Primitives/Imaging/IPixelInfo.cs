namespace PaintDotNet.Imaging;

public interface IPixelInfo : IInternalImpl
{
    int BitsPerPixel { get; }

    int ChannelCount { get; }

    PixelFormatNumericRepresentation NumericRepresentation { get; }

    PixelFormat PixelFormat { get; }

    bool SupportsTransparency { get; }
}
