using Glaze.TestKit.Golden;

namespace Glaze.Imaging.Tests;

public sealed class ImageFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("glaze-imaging-").FullName;

    public static TheoryData<string, bool> Lossless => new()
    {
        { "a.png", false }, { "a.png", true }, { "a.webp", false }, { "a.webp", true }, { "a.tif", false }, { "a.tiff", true },
    };

    [Theory]
    [MemberData(nameof(Lossless))]
    public void Save_LosslessFormat_ReadsBackEveryByte(string name, bool opaque)
    {
        var pixels = TestPictures.Noise(37, 23, 6, opaque);

        ImageFile.Save(At(name), pixels);
        var loaded = ImageFile.Load(At(name));

        loaded.Pixels.Rgba.ShouldBe(pixels.Rgba);
        loaded.HasAlpha.ShouldBe(!opaque);
        loaded.BitDepth.ShouldBe(8);
        loaded.IsGreyscale.ShouldBeFalse();
        loaded.Format.ShouldBe(ImageFormats.FromExtension(name)!.Value);
    }

    [Fact]
    public void Save_Jpeg_IsCloseAndOpaque()
    {
        var pixels = TestPictures.Scene(64, 48);

        ImageFile.Save(At("a.jpg"), pixels);
        var loaded = ImageFile.Load(At("a.jpg"));

        ImageDistance.Psnr(pixels, loaded.Pixels).ShouldBeGreaterThan(36);
        loaded.HasAlpha.ShouldBeFalse();
    }

    [Fact]
    public void Save_TransparentToJpeg_IsComposedOverWhite()
    {
        var pixels = new PixelBuffer(16, 16);

        ImageFile.Save(At("a.jpeg"), pixels);

        ImageFile.Load(At("a.jpeg")).Pixels.Rgba.ShouldAllBe(b => b == 255);
    }

    [Fact]
    public void Load_FileChangedOnDiskAfterwards_KeepsItsPixels()
    {
        var pixels = TestPictures.Noise(8, 8, 2);
        ImageFile.Save(At("a.png"), pixels);

        var loaded = ImageFile.Load(At("a.png"));
        File.WriteAllBytes(At("a.png"), []);

        loaded.Pixels.Rgba.ShouldBe(pixels.Rgba);
    }

    [Fact]
    [Trait("Issue", "15")]
    public void Save_FromAPictureThatOnlyItsOwnerMayRead_GivesNobodyElseTheCopy()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        ImageFile.Save(At("own.png"), TestPictures.Scene(8, 6));
        var usual = File.GetUnixFileMode(At("own.png"));
        File.SetUnixFileMode(At("own.png"), UnixFileMode.UserRead);
        ImageFile.Save(At("old.png"), TestPictures.Scene(8, 6));
        var own = ImageFile.Load(At("own.png"));

        ImageFile.Save(At("new.png"), own.Pixels, own);
        ImageFile.Save(At("old.png"), own.Pixels, own);

        File.GetUnixFileMode(At("new.png")).ShouldBe(Owner);
        File.GetUnixFileMode(At("old.png")).ShouldBe(usual, "what was there keeps its own rights");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);
}
