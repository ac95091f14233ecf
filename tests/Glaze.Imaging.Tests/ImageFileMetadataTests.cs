using Glaze.Imaging.Metadata;

namespace Glaze.Imaging.Tests;

public sealed class ImageFileMetadataTests
{
    [Fact]
    public void Encode_PlainPicture_SaysNothing()
    {
        var loaded = ImageDecoder.Decode(ImageEncoder.Encode(TestPictures.Scene(8, 8), ImageFormat.Png));

        loaded.Metadata.IccProfile.ShouldBeNull();
        loaded.Metadata.Exif.ShouldBeNull();
        loaded.Metadata.Xmp.ShouldBeNull();
        loaded.Metadata.Orientation.ShouldBe(1);
        loaded.Metadata.Density.ShouldBeNull();
        loaded.Metadata.Texts.ShouldBeEmpty();
        loaded.HasOwnColours.ShouldBeFalse();
    }

    [Fact]
    public void Encode_GreyProfileOnColouredPixels_DropsTheProfileAndSaysSo()
    {
        var grey = new LoadedImage(new PixelBuffer(2, 2))
        {
            Format = ImageFormat.Png,
            HasAlpha = false,
            IsGreyscale = true,
            Metadata = new ImageMetadata { IccProfile = TestFiles.Profile("GRAY") },
        };

        var coloured = ImageDecoder.Decode(ImageEncoder.Encode(TestPictures.Scene(2, 2), ImageFormat.Png, grey, 95, out var notKept));
        var stillGrey = ImageDecoder.Decode(ImageEncoder.Encode(new PixelBuffer(2, 2), ImageFormat.Png, grey));

        coloured.Metadata.IccProfile.ShouldBeNull();
        notKept.ShouldHaveSingleItem().ShouldContain("profile");
        stillGrey.Metadata.IccProfile.ShouldBe(TestFiles.Profile("GRAY"));
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
        var original = ImageDecoder.Decode(TestFiles.EightBit(20, 10, bands, format, samples));
        original.IsGreyscale.ShouldBeTrue();

        var again = ImageDecoder.Decode(ImageEncoder.Encode(original.Pixels, format, original));

        again.IsGreyscale.ShouldBeTrue();
        again.HasAlpha.ShouldBe(bands == 2);
        if (format != ImageFormat.Jpeg)
        {
            again.Pixels.Rgba.ShouldBe(original.Pixels.Rgba);
        }
    }
}
