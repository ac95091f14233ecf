using Glaze.Imaging.Vips;

namespace Glaze.Imaging.Tests;

public sealed class ImageFileMetadataTests
{
    public static TheoryData<ImageFormat, ImageFormat> WithExif => new()
    {
        { ImageFormat.Png, ImageFormat.Png }, { ImageFormat.Jpeg, ImageFormat.Jpeg }, { ImageFormat.WebP, ImageFormat.WebP },
        { ImageFormat.Png, ImageFormat.Jpeg }, { ImageFormat.Jpeg, ImageFormat.WebP }, { ImageFormat.WebP, ImageFormat.Png },
    };

    [Theory]
    [MemberData(nameof(WithExif))]
    public void Encode_FromOneFormatToAnother_KeepsProfileExifXmpAndResolution(ImageFormat from, ImageFormat to)
    {
        var first = Decorated(from);

        var second = ImageDecoder.Decode(ImageEncoder.Encode(first.Pixels, to, first));

        second.Metadata.IccProfile.ShouldBe(TestFiles.Profile("RGB "));
        Contains(second.Metadata.Exif!, "Hokusai no deshi").ShouldBeTrue();
        Contains(second.Metadata.Xmp!, "some rights").ShouldBeTrue();
        second.Metadata.Orientation.ShouldBe(6);
        second.Metadata.HorizontalPixelsPerInch.ShouldBe(300, 0.02);
        second.Metadata.VerticalPixelsPerInch.ShouldBe(150, 0.02);
    }

    [Fact]
    public void Encode_Tiff_KeepsProfileXmpOrientationAndResolution()
    {
        var first = Decorated(ImageFormat.Tiff);

        first.Metadata.IccProfile.ShouldBe(TestFiles.Profile("RGB "));
        Contains(first.Metadata.Xmp!, "some rights").ShouldBeTrue();
        first.Metadata.Orientation.ShouldBe(6);
        first.Metadata.HorizontalPixelsPerInch.ShouldBe(300, 0.02);
    }

    [Fact]
    public void Encode_PlainPicture_SaysNothing()
    {
        var loaded = ImageDecoder.Decode(ImageEncoder.Encode(TestPictures.Scene(8, 8), ImageFormat.Png));

        loaded.Metadata.IccProfile.ShouldBeNull();
        loaded.Metadata.Exif.ShouldBeNull();
        loaded.Metadata.Xmp.ShouldBeNull();
        loaded.Metadata.Orientation.ShouldBe(1);
        loaded.Metadata.StatesResolution.ShouldBeFalse();
    }

    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.WebP)]
    public void Encode_OriginalWithoutResolution_StatesNoneEither(ImageFormat format)
    {
        var plain = ImageDecoder.Decode(ImageEncoder.Encode(TestPictures.Scene(24, 16), format));

        var again = ImageEncoder.Encode(plain.Pixels, format, plain);

        plain.Metadata.StatesResolution.ShouldBeFalse();
        ImageDecoder.Decode(again).Metadata.StatesResolution.ShouldBeFalse();
        again.AsSpan().IndexOf("pHYs"u8).ShouldBe(-1);
        if (format != ImageFormat.Jpeg)
        {
            ImageDecoder.Decode(again).Pixels.Rgba.ShouldBe(plain.Pixels.Rgba);
        }
    }

    [Theory]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.Png)]
    public void Decode_RotatedByOrientation_LeavesPixelsUnturned(ImageFormat format)
    {
        var loaded = Decorated(format);

        (loaded.Pixels.Width, loaded.Pixels.Height).ShouldBe((24, 16));
    }

    [Fact]
    public void Encode_GreyProfileOnColouredPixels_DropsTheProfile()
    {
        var grey = new LoadedImage(new PixelBuffer(2, 2), null)
        {
            Format = ImageFormat.Png,
            HasAlpha = false,
            IsGreyscale = true,
            Metadata = new ImageMetadata { IccProfile = TestFiles.Profile("GRAY") },
        };

        ImageDecoder.Decode(ImageEncoder.Encode(TestPictures.Scene(2, 2), ImageFormat.Png, grey)).Metadata.IccProfile.ShouldBeNull();
        ImageDecoder.Decode(ImageEncoder.Encode(new PixelBuffer(2, 2), ImageFormat.Png, grey)).Metadata.IccProfile.ShouldBe(TestFiles.Profile("GRAY"));
    }

    [Theory]
    [InlineData(1, ImageFormat.Png)]
    [InlineData(2, ImageFormat.Png)]
    [InlineData(1, ImageFormat.Tiff)]
    [InlineData(2, ImageFormat.Tiff)]
    [InlineData(1, ImageFormat.Jpeg)]
    public void Encode_GreyOriginalWithGreyPixels_StaysGreyscale(int bands, ImageFormat format)
    {
        var samples = new byte[20 * 10 * bands];
        new Random(4).NextBytes(samples);
        var original = ImageDecoder.Decode(TestFiles.EightBit(20, 10, bands, format, samples, VipsInterpretation.Grey));
        original.IsGreyscale.ShouldBeTrue();

        var again = ImageDecoder.Decode(ImageEncoder.Encode(original.Pixels, format, original));

        again.IsGreyscale.ShouldBeTrue();
        again.HasAlpha.ShouldBe(bands == 2);
        if (format != ImageFormat.Jpeg)
        {
            again.Pixels.Rgba.ShouldBe(original.Pixels.Rgba);
        }
    }

    private static LoadedImage Decorated(ImageFormat format)
    {
        var pixels = TestPictures.Scene(24, 16);
        var plain = new LoadedImage(pixels, null)
        {
            Format = format,
            HasAlpha = false,
            IsGreyscale = false,
            Metadata = new ImageMetadata
            {
                IccProfile = TestFiles.Profile("RGB "),
                Exif = TestFiles.Exif("Hokusai no deshi", 6),
                Xmp = [.. "<x:xmpmeta xmlns:x='adobe:ns:meta/'>some rights</x:xmpmeta>"u8],
                Orientation = 6,
                HorizontalPixelsPerInch = 300,
                VerticalPixelsPerInch = 150,
            },
        };
        return ImageDecoder.Decode(ImageEncoder.Encode(pixels, format, plain));
    }

    private static bool Contains(byte[] bytes, string text) => bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(text)) >= 0;
}
