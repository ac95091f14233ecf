using Glaze.Imaging.Vips;

namespace Glaze.Imaging;

/// <summary>Turns the bytes of a picture file into a <see cref="LoadedImage"/>.</summary>
public static class ImageDecoder
{
    private const int FailOnError = 2;
    private const int SequentialAccess = 1;

    /// <summary>Decodes a PNG, JPEG, WebP or TIFF file held in memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">What error sentences call it.</param>
    /// <exception cref="ImageFileException">It is no such picture, damaged, too large, animated, or in a colour model that is not RGB or grey.</exception>
    public static LoadedImage Decode(ReadOnlySpan<byte> file, string name = "picture")
    {
        if (file.IsEmpty)
        {
            throw new ImageFileException($"'{name}' is empty (0 bytes); export the picture again.");
        }

        var format = ImageFormats.Sniff(file)
            ?? throw new ImageFileException($"'{name}' is not a PNG, JPEG, WebP or TIFF picture; open it in a paint program and save it as one of these.");
        try
        {
            return DecodeKnown(file, format, name);
        }
        catch (VipsException e)
        {
            throw new ImageFileException($"'{name}' is damaged or cut short and cannot be read completely; copy or export it again.", e);
        }
        catch (TypeInitializationException e)
        {
            throw LibVips.Missing(name, e);
        }
    }

    private static unsafe LoadedImage DecodeKnown(ReadOnlySpan<byte> file, ImageFormat format, string name)
    {
        fixed (byte* data = file)
        {
            using var load = new VipsOperation(LoaderOf(format));
            using var image = load
                .Set("buffer", data, file.Length)
                .Set("fail-on", FailOnError)
                .Set("access", SequentialAccess)
                .Run()
                .Image("out");
            CheckHeader(image, name);

            var isGreyscale = image.Bands < 3;
            var (pixels, samples) = Pixels(image);
            return new LoadedImage(pixels, samples)
            {
                Format = format,
                HasAlpha = image.Bands is 2 or 4,
                IsGreyscale = isGreyscale,
                Metadata = ImageMetadata.From(image, ResolutionField.IsStated(file, format)),
            };
        }
    }

    private static void CheckHeader(VipsImage image, string name)
    {
        if (!ImageLimits.Allows(image.Width, image.Height))
        {
            throw new ImageFileException(
                $"'{name}' is {image.Width}×{image.Height} pixels, more than {ImageLimits.MaximumSide} per side or {ImageLimits.MaximumPixels / 1_000_000} megapixels; make it smaller or cut it into parts first.");
        }

        if (image.PageCount > 1)
        {
            throw new ImageFileException($"'{name}' holds {image.PageCount} pages or frames; save the one to be cloaked as a picture of its own.");
        }

        if (image.Interpretation == VipsInterpretation.Cmyk)
        {
            throw new ImageFileException($"'{name}' is in CMYK colours, made for printing; convert it to RGB in a paint program first.");
        }

        var isKnownColour = image.Interpretation is VipsInterpretation.Grey or VipsInterpretation.Rgb or VipsInterpretation.Srgb
            or VipsInterpretation.Rgb16 or VipsInterpretation.Grey16;
        if (!isKnownColour || image.Bands > 4 || image.Format is not (VipsBandFormat.UInt8 or VipsBandFormat.UInt16))
        {
            throw new ImageFileException($"'{name}' is neither RGB nor greyscale with 8 or 16 bits a channel; convert it to 8-bit RGB in a paint program first.");
        }
    }

    private static (PixelBuffer Pixels, ushort[]? Samples) Pixels(VipsImage image)
    {
        var pixels = new PixelBuffer(image.Width, image.Height);
        if (image.Format == VipsBandFormat.UInt8)
        {
            if (image.Bands == 4)
            {
                image.DecodeInto(pixels.Rgba);
                return (pixels, null);
            }

            var bands = new byte[(long)image.Width * image.Height * image.Bands];
            image.DecodeInto(bands);
            SampleLayout.Expand(bands, image.Bands, pixels.Rgba, byte.MaxValue);
            return (pixels, null);
        }

        var wide = new ushort[(long)image.Width * image.Height * image.Bands];
        image.DecodeInto(wide);
        var samples = wide;
        if (image.Bands != 4)
        {
            samples = new ushort[pixels.Rgba.Length];
            SampleLayout.Expand(wide, image.Bands, samples, ushort.MaxValue);
        }

        SampleLayout.Narrow(samples, pixels.Rgba);
        return (pixels, samples);
    }

    private static string LoaderOf(ImageFormat format) => format switch
    {
        ImageFormat.Png => "pngload_buffer",
        ImageFormat.Jpeg => "jpegload_buffer",
        ImageFormat.WebP => "webpload_buffer",
        ImageFormat.Tiff => "tiffload_buffer",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
