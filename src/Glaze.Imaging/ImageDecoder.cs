using Glaze.Imaging.Colours;
using Glaze.Imaging.Files;
using Glaze.Imaging.Metadata;
using Glaze.Imaging.Vips;
using NetVips;

namespace Glaze.Imaging;

/// <summary>Turns the bytes of a picture file into a <see cref="LoadedImage"/>.</summary>
public static class ImageDecoder
{
    /// <summary>Decodes a PNG, JPEG, WebP or TIFF file held in memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">What error sentences call it.</param>
    /// <exception cref="ImageFileException">It is no such picture, damaged, too large, animated, or in a colour model that is not RGB or grey.</exception>
    public static LoadedImage Decode(ReadOnlySpan<byte> file, string name = "picture") => Decode(file.ToArray(), name);

    /// <summary>Decodes a file; the bytes are not copied.</summary>
    internal static LoadedImage Decode(byte[] file, string name)
    {
        if (file.Length == 0)
        {
            throw new ImageFileException($"'{name}' is empty (0 bytes); export the picture again.");
        }

        var format = ImageFormats.Sniff(file)
            ?? throw new ImageFileException($"'{name}' is not a {ImageFormats.AnyOf} picture; open it in a paint program and save it as one of these.");
        FileKind.Check(file, format, name);
        try
        {
            return DecodeKnown(file, format, name);
        }
        catch (VipsException e)
        {
            throw new ImageFileException($"'{name}' is damaged or cut short and cannot be read completely; copy or export it again.", e);
        }
        catch (DllNotFoundException e)
        {
            throw VipsLibrary.Missing(name, e);
        }
    }

    private static LoadedImage DecodeKnown(byte[] file, ImageFormat format, string name)
    {
        using var image = VipsCodec.Open(file, format);
        CheckHeader(image, format, name);
        var metadata = ImageMetadata.Read(file, format);
        var (bytes, samples) = Samples(image);
        var isGreyscale = image.Bands < 3;
        var space = ColourSpace.Of(metadata, isGreyscale);
        var stored = samples is null ? Shown(bytes!, image, space) : Shown(samples, image, space);
        return new LoadedImage(Orientation.ToShown(stored, metadata.Orientation))
        {
            Format = format,
            HasAlpha = image.Bands is 2 or 4,
            IsGreyscale = isGreyscale,
            Metadata = metadata,
            Space = space,
            Samples = samples,
            Bytes = space is null ? null : bytes,
        };
    }

    private static void CheckHeader(Image image, ImageFormat format, string name)
    {
        if (!ImageLimits.Allows(image.Width, image.Height))
        {
            throw new ImageFileException(
                $"'{name}' is {image.Width}×{image.Height} pixels, more than {ImageLimits.MaximumSide} per side or {ImageLimits.MaximumPixels / 1_000_000} megapixels; make it smaller or cut it into parts first.");
        }

        // What TIFF calls pages has been looked at; a smaller version of the same picture counts as one.
        if (format != ImageFormat.Tiff && image.Contains("n-pages") && (int)image.Get("n-pages") is > 1 and var pages)
        {
            throw FileKind.Pages(name, pages);
        }

        if (image.Interpretation == Enums.Interpretation.Cmyk)
        {
            throw FileKind.Colours(name, "CMYK colours, made for printing");
        }

        var isKnownColour = image.Interpretation is Enums.Interpretation.Bw or Enums.Interpretation.Rgb or Enums.Interpretation.Srgb
            or Enums.Interpretation.Rgb16 or Enums.Interpretation.Grey16;
        if (!isKnownColour || image.Bands > 4 || image.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort))
        {
            throw new ImageFileException($"'{name}' is neither RGB nor greyscale with 8 or 16 bits a channel; convert it to 8-bit RGB in a paint program first.");
        }
    }

    private static (byte[]? Bytes, ushort[]? Samples) Samples(Image image) => image.Format == Enums.BandFormat.Uchar
        ? (Spread<byte>(image, byte.MaxValue), null)
        : (null, Spread<ushort>(image, ushort.MaxValue));

    private static T[] Spread<T>(Image image, T opaque)
        where T : unmanaged
    {
        var bands = new T[(long)image.Width * image.Height * image.Bands];
        VipsCodec.DecodeInto(image, bands);
        if (image.Bands == 4)
        {
            return bands;
        }

        var rgba = new T[4L * image.Width * image.Height];
        SampleLayout.Expand(bands, image.Bands, rgba, opaque);
        return rgba;
    }

    private static PixelBuffer Shown(byte[] bytes, Image image, ColourSpace? space) =>
        space is null ? new PixelBuffer(image.Width, image.Height, bytes) : OwnColours.Shown(bytes, image.Width, image.Height, space);

    private static PixelBuffer Shown(ushort[] samples, Image image, ColourSpace? space)
    {
        if (space is not null)
        {
            return OwnColours.Shown(samples, image.Width, image.Height, space);
        }

        var pixels = new PixelBuffer(image.Width, image.Height);
        SampleLayout.Narrow(samples, pixels.Rgba);
        return pixels;
    }
}
