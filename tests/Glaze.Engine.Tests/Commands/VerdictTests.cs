using System.Text.Json;
using Glaze.Imaging;

namespace Glaze.Engine.Tests.Commands;

/// <summary>Nobody is told that a picture is protected when it is not.</summary>
[Trait("Issue", "15")]
public sealed class VerdictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Cloak_AfterEachPicture_SaysWhatEncodersSee()
    {
        var input = TestPicture.Save(_folder, "a.png", 96, 96, isOpaque: true);

        var run = Cloak(input, "o.png", "--style", "swirling-strokes");

        run.Errors.ShouldMatch(@"o\.png: (weak|moderate|strong) protection; encoders see it moved on the way to the target style: .*\d+ %; least is left on .+, -?\d+ % after .+\.");
    }

    [Fact]
    public void Cloak_NothingMayChange_SaysThatItIsNotProtected()
    {
        ImageFile.Save(At("clear.png"), new PixelBuffer(40, 40));
        TestPicture.Save(_folder, "masked.png", 40, 40, isOpaque: true);
        var mask = new PixelBuffer(40, 40);
        for (var i = 3; i < mask.Rgba.Length; i += 4)
        {
            mask.Rgba[i] = 255;
        }

        ImageFile.Save(At("mask.png"), mask);

        var run = GlazeRun.Of("cloak", At("clear.png"), At("masked.png"), "-o", At("out"), "--quality", "fast", "--mask", At("mask.png"));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("clear.png: not protected; nothing could be changed");
        run.Errors.ShouldContain("masked.png: not protected; nothing could be changed");
        run.Errors.ShouldContain("2 of 2 pictures cloaked. 2 not protected at all.");
        run.Errors.ShouldContain($"Not protected at all: {At("out/clear.png")}, {At("out/masked.png")}.");
    }

    [Fact]
    public void Cloak_FlatPictures_AreCountedAsHardlyProtected()
    {
        foreach (var name in (string[])["a.png", "b.png"])
        {
            var flat = new PixelBuffer(64, 64);
            Array.Fill(flat.Rgba, (byte)255);
            flat.Rgba[0] = 0;
            ImageFile.Save(At(name), flat);
        }

        var run = GlazeRun.Of("cloak", At("a.png"), At("b.png"), "-o", At("out"), "--quality", "fast");

        run.Errors.ShouldMatch(@"a\.png: (hardly protected|not protected)");
        run.Errors.ShouldMatch(@"2 of 2 pictures cloaked\. 2 (hardly protected|not protected at all)\.");
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("tif")]
    public void Cloak_PictureThatWasCloaked_IsNoticedAndSaid(string format)
    {
        const string Said = "already carries a cloak";
        var input = TestPicture.Save(_folder, "a.png", 48, 48, isOpaque: true);
        Cloak(input, $"o.{format}").Errors.ShouldNotContain(Said);

        var again = Cloak(At($"o.{format}"), "again.png", "--report", At("r.json"));

        again.Errors.ShouldContain($"{At($"o.{format}")}: this picture {Said}");
        using var report = JsonDocument.Parse(File.ReadAllText(At("r.json")));
        report.RootElement.GetProperty("pictures")[0].GetProperty("notes")[0].GetString()!.ShouldContain(Said);
    }

    [Fact]
    public void Cloak_TransparencyToJpeg_IsSaid()
    {
        var input = TestPicture.Save(_folder, "a.png", 24, 24);

        var run = Cloak(input, "o.jpg", "--report", At("r.json"));

        run.Errors.ShouldContain("o.jpg: JPEG holds no transparency");
        using var report = JsonDocument.Parse(File.ReadAllText(At("r.json")));
        report.RootElement.GetProperty("pictures")[0].GetProperty("notes")[0].GetString()!.ShouldContain("on white");
    }

    [Fact]
    public void Cloak_CancelledWhileMeasured_SaysThatThePictureIsWrittenAndWritesTheReport()
    {
        var input = TestPicture.Save(_folder, "a.png", 32, 32, isOpaque: true);
        using var cancelling = new CancellationTokenSource();
        using var output = new CancellingWriter(cancelling);

        var run = GlazeRun.In(
            context => context with { Output = output, CancellationToken = cancelling.Token },
            "cloak", input, "-o", At("o.png"), "--quality", "fast", "--report", At("r.json"));

        run.ExitCode.ShouldBe(130);
        run.Errors.ShouldContain($"Cancelled; {At("o.png")} is written and whole, but was not measured.");
        output.ToString().Trim().ShouldBe(At("o.png"));
        ImageFile.Load(At("o.png")).Pixels.Width.ShouldBe(32);
        using var report = JsonDocument.Parse(File.ReadAllText(At("r.json")));
        var picture = report.RootElement.GetProperty("pictures")[0];
        picture.GetProperty("status").GetString().ShouldBe("cloaked");
        picture.GetProperty("protection").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Cloak_InputThatNeverComes_CanBeCancelled()
    {
        using var cancelling = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var never = new ManualResetEventSlim();

        var run = GlazeRun.In(
            context => context with
            {
                CancellationToken = cancelling.Token,
                OpenInput = () =>
                {
                    never.Wait(TimeSpan.FromSeconds(20));
                    return Stream.Null;
                },
            },
            "cloak", "-", "-o", At("o.png"));

        never.Set();
        run.ExitCode.ShouldBe(130);
        run.Errors.ShouldContain("Cancelled; standard input was not cloaked.");
        File.Exists(At("o.png")).ShouldBeFalse();
    }

    [Fact]
    public void Cloak_SideOutputFailsAfterThePicture_IsNotCalledAFailure()
    {
        var input = TestPicture.Save(_folder, "a.png", 24, 24, isOpaque: true);
        using var output = new ActingWriter(() => Directory.CreateDirectory(At("target.png")));

        var run = GlazeRun.In(
            context => context with { Output = output }, "cloak", input, "-o", At("o.png"), "--quality", "fast", "--target-image", At("target.png"));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("o.png is written and whole, but something went wrong after that: ");
        run.Errors.ShouldContain("is a folder");
    }

    public void Dispose() => _folder.Dispose();

    private GlazeRun Cloak(string input, string output, params string[] options) =>
        GlazeRun.Of(["cloak", input, "-o", At(output), "--quality", "fast", .. options]);

    private string At(string name) => _folder.File(name);

    private class ActingWriter(Action act) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            act();
        }
    }

    private sealed class CancellingWriter(CancellationTokenSource cancelling) : ActingWriter(cancelling.Cancel);
}
