using System.Globalization;
using Glaze.TestKit.Golden;
using Glaze.TestKit;

namespace Glaze.Imaging.Tests.OtherPrograms;

/// <summary>Orientation and colours: what we call the picture is what other programs show, before and after.</summary>
[Trait("Issue", "15")]
public sealed class ShownPictureTests : IDisposable
{
    private const string ToSrgb = """
        import io, sys
        from PIL import Image, ImageCms
        picture = Image.open(sys.argv[1])
        profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info['icc_profile']))
        ImageCms.profileToProfile(picture.convert('RGB'), profile, ImageCms.createProfile('sRGB'), renderingIntent=1).save(sys.argv[2], icc_profile=None)
        """;

    private readonly Tool _tool = new();

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void LoadAndSave_EveryOrientation_MeansThePictureAsShown()
    {
        var plain = _tool.Picture("plain.tif");
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var input = _tool.At(Name("in", orientation));
            File.Copy(plain, input);
            _tool.Tag(input, "-n", string.Create(CultureInfo.InvariantCulture, $"-IFD0:Orientation={orientation}"));
            var output = _tool.At(Name("out", orientation));

            var (loaded, changed, _) = _tool.Cloak(input, output);

            ImageDistance.MaxDifference(loaded.Pixels, Upright(input)).ShouldBe(0, $"orientation {orientation}");
            (loaded.Pixels.Width > loaded.Pixels.Height).ShouldBe(orientation < 5);
            _tool.Run("exiftool", "-n", "-s3", "-IFD0:Orientation", output).Trim().ShouldBe(orientation.ToString(CultureInfo.InvariantCulture));
            ImageDistance.MaxDifference(changed, Upright(output)).ShouldBe(0, $"orientation {orientation}");
        }
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void LoadAndSave_PictureWithProfile_IsSeenToChangeNoMoreThanAsked()
    {
        foreach (var (name, profile) in ((string, byte[])[])[("p3", TestFiles.DisplayP3()), ("prophoto", TestFiles.ProPhoto()), ("linear", TestFiles.Linear())])
        {
            File.WriteAllBytes(_tool.At(name + ".icc"), profile);
            var input = _tool.Picture(name + ".png", "-profile", _tool.At(name + ".icc"));
            var output = _tool.At(name + "-out.png");

            var (loaded, changed, notKept) = _tool.Cloak(input, output);

            notKept.ShouldBeEmpty();
            loaded.HasOwnColours.ShouldBeTrue(name);
            var before = SeenByOthers(input);
            ImageDistance.MaxDifference(loaded.Pixels, before).ShouldBeLessThanOrEqualTo(2, name);
            ImageDistance.MaxDifference(before, SeenByOthers(output)).ShouldBeInRange(6, 9 + 2, name);
            var again = ImageFile.Load(output);
            again.Metadata.IccProfile.ShouldBe(profile);
            ImageDistance.MaxDifference(loaded.Pixels, again.Pixels).ShouldBeLessThanOrEqualTo(9, name);
            (ImageDistance.Rms(loaded.Pixels, again.Pixels) / ImageDistance.Rms(loaded.Pixels, changed)).ShouldBeInRange(0.85, 1.05, name);
            LeftHalf(again).ShouldBe(LeftHalf(loaded), name);
        }
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Load_SrgbUnderAnyName_IsNotConverted()
    {
        var plain = _tool.Picture("plain.png");
        _tool.Pillow(
            """
            import sys
            from PIL import Image, ImageCms
            Image.open(sys.argv[1]).convert('RGB').save(sys.argv[2], icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile('sRGB')).tobytes())
            """,
            plain,
            _tool.At("tagged.png"));

        var loaded = ImageFile.Load(_tool.At("tagged.png"));

        loaded.HasOwnColours.ShouldBeFalse();
        loaded.Metadata.IccProfile.ShouldNotBeNull();
        loaded.Pixels.Rgba.ShouldBe(ImageFile.Load(plain).Pixels.Rgba);
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Load_KindsThatCannotBeCloaked_AreNamed()
    {
        _tool.Picture("cmyk.tif", "-colorspace", "CMYK");
        _tool.Picture("lab.tif", "-colorspace", "Lab");
        _tool.Pillow("import sys\nfrom PIL import Image\na = Image.new('RGB', (9, 9))\na.save(sys.argv[1], save_all=True, append_images=[Image.new('RGB', (9, 9), 'red')])", _tool.At("moving.png"));

        Sentence("cmyk.tif").ShouldContain("CMYK");
        Sentence("lab.tif").ShouldContain("Lab");
        Sentence("moving.png").ShouldContain("2 pages or frames");
    }

    public void Dispose() => _tool.Dispose();

    private static string Name(string start, int number) => string.Create(CultureInfo.InvariantCulture, $"{start}{number}.tif");

    private static byte[] LeftHalf(LoadedImage picture) =>
        [.. (picture.Bytes ?? picture.Pixels.Rgba).Where((_, i) => i / 4 % picture.Pixels.Width < picture.Pixels.Width / 2)];

    private string Sentence(string name) => Should.Throw<ImageFileException>(() => ImageFile.Load(_tool.At(name))).Message;

    private PixelBuffer Upright(string file)
    {
        _tool.Run("convert", file, "-auto-orient", "-strip", _tool.At("upright.png"));
        return ImageFile.Load(_tool.At("upright.png")).Pixels;
    }

    private PixelBuffer SeenByOthers(string file)
    {
        _tool.Pillow(ToSrgb, file, _tool.At("seen.png"));
        return ImageFile.Load(_tool.At("seen.png")).Pixels;
    }
}
