using Glaze.TestKit.Golden;
using Glaze.TestKit;

namespace Glaze.Imaging.Tests.OtherPrograms;

/// <summary>No file we write carries a picture of what was there before.</summary>
[Trait("Issue", "15")]
public sealed class ThumbnailTests : IDisposable
{
    private readonly Tool _tool = new();

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_JpegWithThumbnailsInAllPlaces_KeepsNone()
    {
        var thumbnail = _tool.Picture("thumb.jpg", "-resize", "24x16");
        var input = _tool.Picture("in.jpg");
        string[] places = ["IFD1:ThumbnailImage", "Photoshop:PhotoshopThumbnail", "XMP-xmp:ThumbnailImage"];
        _tool.Tag(input, [.. places.Select(place => $"-{place}<={thumbnail}"), "-XMP-dc:Rights=mine", "-IPTC:By-line=Mika", "-Artist=Mika"]);
        Held(input, places).ShouldNotContain("-", "all three are in the input");

        foreach (var output in (string[])["out.jpg", "out.png", "out.webp", "out.tif"])
        {
            _tool.Cloak(input, _tool.At(output));

            Held(_tool.At(output), places).ShouldBe(["-", "-", "-"], output);
            _tool.ReadAll(_tool.At(output), "XMP-dc:Rights", "IFD0:Artist").ShouldBe(["XMP-dc:Rights=mine", "IFD0:Artist=Mika"], output);
            Pictures(File.ReadAllBytes(_tool.At(output))).ShouldBe(output == "out.jpg" ? 1 : 0, output);
        }
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_TiffWithASmallerPage_KeepsThePictureAlone()
    {
        _tool.Picture("big.tif");
        _tool.Picture("small.tif", "-resize", "24x16");
        _tool.Run("tiffcp", _tool.At("big.tif"), _tool.At("small.tif"), _tool.At("in.tif"));
        _tool.Run("tiffset", "-d", "1", "-s", "254", "1", _tool.At("in.tif"));

        var (loaded, _, _) = _tool.Cloak(_tool.At("in.tif"), _tool.At("out.tif"));

        (loaded.Pixels.Width, loaded.Pixels.Height).ShouldBe((48, 32));
        _tool.Run("tiffinfo", _tool.At("out.tif")).Split("=== TIFF directory").Length.ShouldBe(2);
    }

    // TIFF 6.0, section 8: NewSubfileType (254), and SubfileType (255), which came before it, say what is a smaller version.
    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_TiffWhoseThumbnailComesFirst_CloaksThePicture()
    {
        _tool.Picture("big.tif");
        _tool.Picture("small.tif", "-resize", "24x16");
        _tool.Tag(_tool.At("big.tif"), "-IFD0:Artist=Mika");
        foreach (var tag in (string[])["SubfileType#=1", "OldSubfileType#=2"])
        {
            _tool.Run("tiffcp", _tool.At("small.tif"), _tool.At("big.tif"), _tool.At("in.tif"));
            _tool.Tag(_tool.At("in.tif"), "-IFD0:" + tag);

            var (loaded, changed, _) = _tool.Cloak(_tool.At("in.tif"), _tool.At("out.tif"));

            (loaded.Pixels.Width, loaded.Pixels.Height).ShouldBe((48, 32), tag);
            ImageDistance.MaxDifference(loaded.Pixels, ImageFile.Load(_tool.At("big.tif")).Pixels).ShouldBe(0, tag);
            var listing = _tool.Run("tiffinfo", _tool.At("out.tif"));
            listing.Split("=== TIFF directory").Length.ShouldBe(2, tag);
            listing.ShouldContain("Image Width: 48 Image Length: 32");
            listing.ShouldContain("Artist: Mika");
            ImageDistance.MaxDifference(ImageFile.Load(_tool.At("out.tif")).Pixels, changed).ShouldBe(0, tag);
        }
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_TiffWhoseOnlyPageCallsItselfSmaller_KeepsWhatItSays()
    {
        var input = _tool.Picture("in.tif");
        _tool.Tag(input, "-IFD0:Artist=Mika");
        _tool.Run("tiffset", "-s", "254", "1", input);

        _tool.Cloak(input, _tool.At("out.tif"));

        _tool.Run("tiffinfo", _tool.At("out.tif")).ShouldContain("Artist: Mika");
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Load_TiffWithTwoFullPages_AsksForOne()
    {
        var page = _tool.Picture("page.tif");
        _tool.Run("tiffcp", page, page, _tool.At("in.tif"));

        Should.Throw<ImageFileException>(() => ImageFile.Load(_tool.At("in.tif"))).Message.ShouldContain("holds 2 pages");
    }

    public void Dispose() => _tool.Dispose();

    private string[] Held(string file, string[] places) => [.. _tool.ReadAll(file, places).Select(line => line.Split('=')[1])];

    private static int Pictures(byte[] file)
    {
        var count = 0;
        for (var at = 0; at < file.Length - 2; at++)
        {
            count += file[at] == 0xFF && file[at + 1] == 0xD8 && file[at + 2] == 0xFF ? 1 : 0;
        }

        return count;
    }
}
