using Glaze.Imaging.Vips;

namespace Glaze.Imaging;

/// <summary>Turns pixels into the bytes of a picture file.</summary>
public static class ImageEncoder
{
    /// <summary>JPEG quality when none is asked for.</summary>
    public const int DefaultQuality = 95;

    private const int KeepEverything = 1 | 2 | 4 | 8 | 16;
    private const int ExifFlag = 1;
    private const int NoSubsampling = 2;
    private const int LzwCompression = 5;
    private const int HorizontalPredictor = 2;

    /// <summary>
    /// Encodes a picture. PNG and TIFF are lossless with alpha and keep 16 bits of a 16-bit original; WebP is written lossless,
    /// with the colours under full transparency; JPEG is written without chroma subsampling, transparency composed over white.
    /// A greyscale original stays greyscale as long as the pixels are grey.
    /// </summary>
    /// <param name="pixels">The picture to write.</param>
    /// <param name="format">The file format.</param>
    /// <param name="original">Where metadata, bit depth and channel layout come from; null writes a plain sRGB file.</param>
    /// <param name="quality">JPEG quality, 1..100; ignored by the lossless formats.</param>
    /// <exception cref="ArgumentException">The original has another size.</exception>
    public static byte[] Encode(PixelBuffer pixels, ImageFormat format, LoadedImage? original = null, int quality = DefaultQuality)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        if (original is not null && (original.Pixels.Width != pixels.Width || original.Pixels.Height != pixels.Height))
        {
            throw new ArgumentException("The original must have the size of the picture.", nameof(original));
        }

        var hasAlpha = format != ImageFormat.Jpeg && (original?.HasAlpha == true || pixels.HasTransparency);
        var isGrey = original?.IsGreyscale == true && pixels.IsGrey;
        var bands = (isGrey ? 1 : 3) + (hasAlpha ? 1 : 0);
        var metadata = original?.Metadata ?? new ImageMetadata();
        if (original?.Samples is not null && format is ImageFormat.Png or ImageFormat.Tiff)
        {
            return Encode(SampleLayout.Contract(original.Apply(pixels), bands), VipsBandFormat.UInt16, pixels, bands, format, metadata, quality);
        }

        var rgba = format == ImageFormat.Jpeg && pixels.HasTransparency ? SampleLayout.OverWhite(pixels.Rgba) : pixels.Rgba;
        return Encode(SampleLayout.Contract(rgba, bands), VipsBandFormat.UInt8, pixels, bands, format, metadata, quality);
    }

    private static unsafe byte[] Encode<T>(T[] samples, VipsBandFormat depth, PixelBuffer size, int bands, ImageFormat format, ImageMetadata metadata, int quality)
        where T : unmanaged
    {
        fixed (T* data = samples)
        {
            using var memory = VipsImage.Over(data, (long)samples.Length * sizeof(T), size.Width, size.Height, bands, depth);
            using var copy = new VipsOperation("copy");
            using var image = copy
                .Set("in", memory)
                .Set("interpretation", (int)InterpretationOf(bands, depth))
                .Set("xres", metadata.HorizontalPixelsPerMillimetre)
                .Set("yres", metadata.VerticalPixelsPerMillimetre)
                .Run()
                .Image("out");
            metadata.CopyTo(image, bands < 3);
            using var save = Saver(format, quality);
            var file = save
                .Set("in", image)
                .Set("keep", metadata.Exif is null ? KeepEverything & ~ExifFlag : KeepEverything)
                .Run()
                .Bytes("buffer");
            return metadata.StatesResolution ? file : ResolutionField.Remove(file, format);
        }
    }

    private static VipsOperation Saver(ImageFormat format, int quality) => format switch
    {
        ImageFormat.Png => new VipsOperation("pngsave_buffer"),
        ImageFormat.Jpeg => new VipsOperation("jpegsave_buffer").Set("Q", quality).Set("subsample-mode", NoSubsampling).Set("optimize-coding", 1),
        ImageFormat.WebP => new VipsOperation("webpsave_buffer").Set("lossless", 1).Set("exact", 1),
        ImageFormat.Tiff => new VipsOperation("tiffsave_buffer").Set("compression", LzwCompression).Set("predictor", HorizontalPredictor),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    private static VipsInterpretation InterpretationOf(int bands, VipsBandFormat depth) => (bands < 3, depth) switch
    {
        (true, VipsBandFormat.UInt16) => VipsInterpretation.Grey16,
        (true, _) => VipsInterpretation.Grey,
        (false, VipsBandFormat.UInt16) => VipsInterpretation.Rgb16,
        _ => VipsInterpretation.Srgb,
    };
}
