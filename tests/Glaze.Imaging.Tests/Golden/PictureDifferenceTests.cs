using Glaze.TestKit.Golden;

namespace Glaze.Imaging.Tests.Golden;

public sealed class PictureDifferenceTests
{
    [Fact]
    public void Between_OnePixelOff_NamesIt()
    {
        var expected = TestPictures.Scene(10, 10);
        var actual = expected.Clone();
        actual.Rgba[4 * 37] += 30;

        var difference = PictureDifference.Between(expected, actual);

        (difference.WorstX, difference.WorstY, difference.Worst).ShouldBe((7, 3, 30));
        difference.FarPixels.ShouldBe(0.01, 1e-12);
        difference.Rms.ShouldBe(Math.Sqrt(900 / 400.0), 1e-12);
    }

    [Fact]
    public void Draw_EqualPictures_IsMidGrey() =>
        PictureDifference.Draw(new PixelBuffer(1, 1), new PixelBuffer(1, 1), 8).Rgba.ShouldBe([128, 128, 128, 255]);

    [Fact]
    public void ShouldMatch_OtherPicture_FailsAndLeavesWhatWasReceived()
    {
        var folder = Directory.CreateTempSubdirectory("glaze-golden-").FullName;
        try
        {
            ImageFile.Save(Path.Combine(folder, "a.verified.png"), new PixelBuffer(4, 4));

            var message = Should.Throw<Exception>(() => GoldenImage.ShouldMatch("a", TestPictures.Scene(4, 4), testFile: Path.Combine(folder, "Test.cs"))).Message;

            message.ShouldContain("worst");
            File.Exists(Path.Combine(folder, "a.received.png")).ShouldBeTrue();
            File.Exists(Path.Combine(folder, "a.received.difference.png")).ShouldBeTrue();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void ShouldMatch_MissingReference_Fails()
    {
        var folder = Directory.CreateTempSubdirectory("glaze-golden-").FullName;
        try
        {
            Should.Throw<Exception>(() => GoldenImage.ShouldMatch("b", new PixelBuffer(1, 1), testFile: Path.Combine(folder, "Test.cs")))
                .Message.ShouldContain("no approved");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
