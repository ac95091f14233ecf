using Glaze.Imaging.Metadata;

namespace Glaze.Imaging.Tests;

public sealed class DamagedMetadataTests
{
    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.WebP)]
    [InlineData(ImageFormat.Tiff)]
    public void ReadAndWrite_BytesChangedAnywhere_NeverThrow(ImageFormat format)
    {
        var plain = TestPictures.Scene(6, 4);
        var target = ImageEncoder.Encode(plain, ImageFormat.Png);
        var metadata = Full();
        var file = metadata.WriteTo(ImageEncoder.Encode(plain, format), format, keepsColours: true, []);
        Says(ImageMetadata.Read(file, format)).ShouldBe(("Mika", "mine"));
        var random = new Random(3);

        for (var round = 0; round < 3000; round++)
        {
            var damaged = (byte[])file.Clone();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = (byte)(random.Next(3) == 0 ? 0xFF : random.Next(256));
            }

            var read = ImageMetadata.Read(damaged[..random.Next(12, damaged.Length)], format);
            read.WriteTo(target, ImageFormat.Png, keepsColours: true, []);
            _ = Colours.ColourSpace.Of(read, isGreyscale: false);
        }
    }

    [Fact]
    public void Clean_PacketThatCannotBeRead_IsDroppedOnlyWhereItMayHoldAPicture()
    {
        var lost = new List<string>();

        XmpPacket.Clean([.. "<x:xmpmeta><unclosed>"u8], lost).ShouldNotBeNull();
        lost.ShouldBeEmpty();
        XmpPacket.Clean([.. "<x:xmpmeta><xmp:Thumbnails>"u8], lost).ShouldBeNull();
        lost.ShouldHaveSingleItem();
    }

    private static ImageMetadata Full()
    {
        var tags = new TagTree();
        tags.Set(TagField.Text(TagName.Artist, "Mika"));
        tags.Set(TagField.Rational(TagName.HorizontalResolution, 300));
        tags.Exif[TagName.UserComment] = TagField.Bytes(TagName.UserComment, TagField.UndefinedType, [.. "ASCII\0\0\0hello"u8]);
        tags.Gps[1] = TagField.Text(1, "N");
        return new ImageMetadata
        {
            Tags = tags,
            Xmp = [.. "<x:xmpmeta xmlns:x='adobe:ns:meta/'>mine</x:xmpmeta>"u8],
            Photoshop = PhotoshopResources.OfIptc([0x1C, 2, 80, 0, 1, 65], []),
            IccProfile = TestFiles.DisplayP3(),
            Density = new PixelDensity(300, 300, DensityUnit.Inch),
        };
    }

    private static (string Artist, string Rights) Says(ImageMetadata metadata)
    {
        var artist = System.Text.Encoding.UTF8.GetString(metadata.Tags!.Root[TagName.Artist].Value).TrimEnd('\0');
        return (artist, System.Text.Encoding.UTF8.GetString(metadata.Xmp!).Contains(">mine<", StringComparison.Ordinal) ? "mine" : "");
    }
}
