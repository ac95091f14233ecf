using Glaze.Imaging.Metadata;

namespace Glaze.Imaging.Tests;

public sealed class ImageFileMetadataTests
{
    // A maker note goes back to the place that its inner offsets count on, and the room before it is spent too.
    [Fact]
    [Trait("Issue", "15")]
    public void WriteTo_JpegWithASmallMakerNoteFarBehind_LeavesItOutAndNotTheTexts()
    {
        var block = new byte[65_400];
        Convert.FromHexString("49492A0008000000" + "0200" + "0E010200" + "D0070000" + "E8030000" + "69870400" + "01000000" + "64000000" + "00000000").CopyTo(block, 0);
        Convert.FromHexString("0100" + "7C920700" + "2C010000" + "E8FD0000" + "00000000").CopyTo(block, 100);
        block.AsSpan(1000, 1999).Fill((byte)'x');
        var metadata = new ImageMetadata { Tags = TagTree.Read(block, []) };
        var lost = new List<string>();

        var file = metadata.WriteTo(ImageEncoder.Encode(TestPictures.Scene(6, 4), ImageFormat.Jpeg), ImageFormat.Jpeg, keepsColours: true, lost);

        lost.ShouldBe(["the camera's maker note, for which JPEG has too little room"]);
        ImageMetadata.Read(file, ImageFormat.Jpeg).Tags!.Root[TagName.ImageDescription].Value.Length.ShouldBe(2000);
    }

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
