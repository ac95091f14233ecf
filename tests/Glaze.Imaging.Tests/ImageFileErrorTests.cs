using Glaze.Imaging.Vips;

namespace Glaze.Imaging.Tests;

public sealed class ImageFileErrorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("glaze-imaging-").FullName;

    [Fact]
    public void Load_MissingFile_SaysSo() => Sentence(At("none.png")).ShouldContain("does not exist");

    [Fact]
    public void Load_MissingFolder_SaysSo() => Sentence(At("no/none.png")).ShouldContain("does not exist");

    [Fact]
    public void Load_Folder_SaysSo() => Sentence(_folder).ShouldContain("is a folder");

    [Fact]
    public void Load_EmptyFile_SaysSo() => Sentence(Written("empty.png", [])).ShouldContain("is empty");

    [Fact]
    public void Load_TextNamedPng_SaysSo() => Sentence(Written("text.png", [.. "Dear artist"u8])).ShouldContain("is not a PNG, JPEG, WebP or TIFF picture");

    [Fact]
    public void Load_HugeHeader_IsRefusedBeforeDecoding()
    {
        var sentence = Sentence(Written("huge.png", TestFiles.PngHeader(60_000, 60_000)));

        sentence.ShouldContain("60000×60000");
        sentence.ShouldContain("smaller");
    }

    [Fact]
    public void Load_TooManyPixelsInAllowedSides_IsRefused() => Sentence(Written("wide.png", TestFiles.PngHeader(29_000, 29_000))).ShouldContain("megapixels");

    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.WebP)]
    [InlineData(ImageFormat.Tiff)]
    public void Decode_CutAnywhere_FailsWithOneSentence(ImageFormat format)
    {
        var whole = ImageEncoder.Encode(TestPictures.Noise(120, 80, 3, opaque: true), format);

        foreach (var part in (ReadOnlySpan<double>)[0.001, 0.02, 0.3, 0.6, 0.9, 0.99])
        {
            var cut = whole.AsSpan(0, (int)(whole.Length * part));
            try
            {
                ImageDecoder.Decode(cut, "cut");
                Assert.Fail($"{format} cut to {part:P1} was read without complaint.");
            }
            catch (ImageFileException e)
            {
                e.Message.ShouldStartWith("'cut' ");
            }
        }
    }

    [Fact]
    public void Decode_RandomBytesAfterASignature_FailOnlyWithImageFileException()
    {
        var random = new Random(12);
        byte[][] signatures = [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0], [.. "RIFF\x40\0\0\0WEBPVP8L"u8], [.. "II*\0\x08\0\0\0"u8]];
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(8, 300)];
            random.NextBytes(bytes);
            signatures[i % 4].AsSpan(0, Math.Min(bytes.Length, signatures[i % 4].Length)).CopyTo(bytes);

            Should.Throw<ImageFileException>(() => ImageDecoder.Decode(bytes));
        }
    }

    [Fact]
    public void Load_CmykJpeg_AsksForRgb()
    {
        var bytes = TestFiles.Cmyk(8, 8, ImageFormat.Jpeg, new byte[256]);

        Sentence(Written("print.jpg", bytes)).ShouldContain("CMYK");
    }

    [Fact]
    public void Load_TwoPages_AsksForOne() => Sentence(Written("pages.tif", TestFiles.TwoPages(4, 3))).ShouldContain("holds 2 pages");

    [Fact]
    public void Missing_NativeLibrary_BecomesASentence() =>
        IsOneSentence("a.png", VipsLibrary.Missing("a.png", new DllNotFoundException()).Message).ShouldContain("install GlazeEffect again");

    [Theory]
    [InlineData("a.bmp")]
    [InlineData("a")]
    [InlineData("a.png.txt")]
    public void Save_UnknownExtension_NamesTheKnownOnes(string name) => SaveSentence(At(name)).ShouldContain("use .png, .jpg, .webp or .tif");

    [Fact]
    public void Save_MissingFolder_SaysSo() => SaveSentence(At("no/a.png")).ShouldContain("folder does not exist");

    [Fact]
    public void Save_FolderAtTarget_SaysSo()
    {
        Directory.CreateDirectory(At("a.png"));

        SaveSentence(At("a.png")).ShouldContain("is a folder");
    }

    [Fact]
    public void Save_TooLargeForWebP_NamesTheFormatAndLeavesTheOldFile()
    {
        var path = Written("a.webp", [1, 2, 3]);

        var sentence = Should.Throw<ImageFileException>(() => ImageFile.Save(path, new PixelBuffer(16_400, 1))).Message;

        sentence.ShouldContain("WebP");
        File.ReadAllBytes(path).ShouldBe([1, 2, 3]);
        Directory.GetFiles(_folder).Length.ShouldBe(1);
    }

    [Fact]
    public void Save_FolderWithoutRights_SaysSoAndLeavesNothing()
    {
        // The system's own folder of process data takes no new files, not even from root.
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        SaveSentence("/proc/a.png").ShouldContain("cannot be written");
    }

    [Theory]
    [InlineData(28, "disk is full")]
    [InlineData(unchecked((int)0x80070070), "disk is full")]
    [InlineData(5, "refused")]
    public void WriteFailure_SystemError_BecomesASentence(int code, string expected) =>
        ImageFile.WriteFailure("x.png", new IOException("raw", code))!.ShouldContain(expected);

    [Fact]
    public void WriteFailure_AccessDenied_BecomesASentence() =>
        ImageFile.WriteFailure("x.png", new UnauthorizedAccessException())!.ShouldContain("access was denied");

    [Fact]
    public void Save_ExistingFile_IsReplacedWholeWithNothingLeftBeside()
    {
        var path = Written("a.png", [1, 2, 3]);

        ImageFile.Save(path, TestPictures.Noise(5, 5, 1));

        ImageFile.Load(path).Pixels.Rgba.ShouldBe(TestPictures.Noise(5, 5, 1).Rgba);
        Directory.GetFileSystemEntries(_folder).ShouldBe([path]);
    }

    [Fact]
    public void Save_UnicodePath_Works()
    {
        var path = At("絵 ü 'quote'.png");

        ImageFile.Save(path, TestPictures.Noise(3, 2, 1));

        ImageFile.Load(path).Pixels.Width.ShouldBe(3);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Sentence(string path) => IsOneSentence(path, Should.Throw<ImageFileException>(() => ImageFile.Load(path)).Message);

    private static string SaveSentence(string path) =>
        IsOneSentence(path, Should.Throw<ImageFileException>(() => ImageFile.Save(path, new PixelBuffer(2, 2))).Message);

    private static string IsOneSentence(string path, string message)
    {
        message.ShouldStartWith($"'{path}' ");
        message.ShouldEndWith(".");
        message.ShouldNotContain("\n");
        return message;
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Written(string name, byte[] bytes)
    {
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }
}
