using System.Text;
using System.Text.Json;
using Glaze.Imaging;
using Glaze.Imaging.Files;

namespace Glaze.Engine.Tests.Commands;

/// <summary>One picture or a hundred: every file is done, or named with the reason.</summary>
[Trait("Issue", "15")]
public sealed class BatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("in", "new")]
    [InlineData("in", "new/deeper")]
    [InlineData("in/a.png", "new/")]
    public void Cloak_OnePicture_MakesTheFolderAsForMany(string input, string output)
    {
        Directory.CreateDirectory(At("in"));
        Save("in/a.png");

        Cloak(input, output).ExitCode.ShouldBe(0);

        File.Exists(Path.Combine(At(output), "a.png")).ShouldBeTrue();
    }

    [Fact]
    public void Cloak_FolderOfAllKinds_DoesOrNamesEveryFile()
    {
        Directory.CreateDirectory(At("in"));
        foreach (var name in (string[])["a.png", "b.jfif", "c.jpe", "d.JPG"])
        {
            Save("in/" + name);
        }

        string[] others = ["e.psd", "f.heic", "g.gif", "h.bmp", "i.avif", "notes.txt", "plain"];
        foreach (var name in others)
        {
            _folder.Text("in/" + name, "something else");
        }

        var run = Cloak("in", "out");

        run.ExitCode.ShouldBe(0, run.Errors);
        Directory.GetFiles(At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["a.png", "b.jfif", "c.jpe", "d.JPG"]);
        foreach (var name in others)
        {
            run.Errors.ShouldContain($"{Path.Combine(At("in"), name)} is not cloaked: ");
        }

        run.Errors.ShouldContain("4 of 4 pictures cloaked");
        run.Errors.ShouldContain("7 other files not cloaked.");
    }

    [Fact]
    public void Cloak_HiddenAndSystemFiles_AreSkippedInSilence()
    {
        Directory.CreateDirectory(At("in/__MACOSX"));
        Directory.CreateDirectory(At("in/.thumbnails"));
        Save("in/a.png");
        Save("in/__MACOSX/b.png");
        Save("in/.thumbnails/c.png");
        foreach (var name in (string[])["._a.png", ".DS_Store", "Thumbs.db", "desktop.ini"])
        {
            _folder.Text("in/" + name, "no picture");
        }

        var run = Cloak("in", "out");

        run.ExitCode.ShouldBe(0, run.Errors);
        Directory.GetFiles(At("out"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        run.Errors.ShouldNotContain("not cloaked");
    }

    [Fact]
    public void Cloak_OutputInsideTheInput_IsNoInputOfTheNextRun()
    {
        Directory.CreateDirectory(At("in/sub"));
        Save("in/a.png");
        Save("in/sub/b.png");

        Cloak("in", "in/cloaked", "--report", At("in/report.json")).ExitCode.ShouldBe(0);
        var run = Cloak("in", "in/cloaked", "--report", At("in/report.json"));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("2 of 2 pictures cloaked");
        run.Errors.ShouldNotContain("report.json");
        Directory.Exists(At("in/cloaked/cloaked")).ShouldBeFalse();
    }

    [Fact]
    public void Cloak_LinksInCircles_End()
    {
        Directory.CreateDirectory(At("in/sub"));
        Save("in/sub/a.png");
        Directory.CreateSymbolicLink(At("in/sub/up"), At("in"));
        Directory.CreateSymbolicLink(At("in/again"), At("in/sub"));

        var run = Cloak("in", "out");

        run.ExitCode.ShouldBe(0, run.Errors);
        Directory.GetFiles(At("out"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public void Cloak_LinkToNothing_IsNamedAndTheRestGoesOn()
    {
        Directory.CreateDirectory(At("in"));
        Save("in/a.png");
        File.CreateSymbolicLink(At("in/b.png"), At("gone.png"));

        var run = Cloak("in", "out", "--report", At("r.json"));

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain($"{At("in/b.png")} is not cloaked: there is no file behind that name");
        File.Exists(At("out/a.png")).ShouldBeTrue();
        Pictures("r.json").ShouldBe([("b.png", "failed"), ("a.png", "cloaked")]);
    }

    [Theory]
    [InlineData("--mask", "in/m.png")]
    [InlineData("--mask", "m-link.png")]
    [InlineData("--target-image", "in/m.png")]
    [InlineData("--model-view", "in/m.png")]
    public void Cloak_FileOfTheRunInTheInput_IsNoPictureOfTheBatch(string option, string path)
    {
        Directory.CreateDirectory(At("in"));
        Save("in/a.png");
        ImageFile.Save(At("in/m.png"), TestPicture.Create(24, 20, seed: 2, isOpaque: true));
        File.CreateSymbolicLink(At("m-link.png"), At("in/m.png"));

        var run = Cloak("in", "out", option, At(path));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.Trim().ShouldBe(At("out/a.png"));
        File.Exists(At("out/m.png")).ShouldBeFalse();
    }

    [Fact]
    public void Cloak_NamesThatAreNotUtf8_AreNamedAndTheRestGoesOn()
    {
        Directory.CreateDirectory(At("in"));
        Save("in/a.png");
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // .NET can neither make nor remove such names.
        GlazeRun.InShell(_folder, "cd in && mkdir folder$(printf '\\377') && for name in bad@.png folder@/c.png text@.txt; do cp a.png $(echo $name | tr @ '\\377'); done").ExitCode.ShouldBe(0);
        var run = Cloak("in", "out", "--report", At("r.json"));
        GlazeRun.InShell(_folder, "cd in && rm -r folder* bad* text*").ExitCode.ShouldBe(0);

        run.ExitCode.ShouldBe(3, run.Errors);
        run.Errors.ShouldContain("bad\uFFFD.png is not cloaked: its name is not written in UTF-8");
        run.Errors.ShouldContain("folder\uFFFD is not cloaked: the folder's name is not written in UTF-8");
        run.Errors.ShouldContain("1 other file not cloaked, 2 not looked into");
        run.Output.Trim().ShouldBe(At("out/a.png"));
        Pictures("r.json").ShouldBe([("bad\uFFFD.png", "failed"), ("folder\uFFFD", "failed"), ("text\uFFFD.txt", "notRead"), ("a.png", "cloaked")]);
    }

    [Fact]
    public void Cloak_FolderThatCannotBeLookedInto_IsNamedAndTheRestGoesOn()
    {
        // Nothing is closed to the administrator, who has to be somebody else for it.
        var nobody = Environment.IsPrivilegedProcess ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : string.Empty;
        if (OperatingSystem.IsWindows() || GlazeRun.InShell(_folder, $"chmod 777 . && {nobody}glaze --version").ExitCode != 0)
        {
            return;
        }

        Directory.CreateDirectory(At("in/closed"));
        Save("in/a.png");
        Save("in/closed/b.png");

        var run = GlazeRun.InShell(_folder, $"chmod 0 in/closed && {nobody}glaze cloak in -o out --quality fast --report r.json");
        GlazeRun.InShell(_folder, "chmod 700 in/closed").ExitCode.ShouldBe(0);

        run.ExitCode.ShouldBe(3, run.Errors);
        run.Errors.ShouldContain("in/closed cannot be looked into");
        run.Errors.ShouldContain("1 not looked into");
        run.Output.Trim().ShouldBe("out/a.png");
        Pictures("r.json").ShouldBe([("closed", "failed"), ("a.png", "cloaked")]);
    }

    [Fact]
    public void Cloak_SkipExisting_GoesOnAsIfItHadNotBeenStopped()
    {
        Directory.CreateDirectory(At("in"));
        Save("in/a.png", 48, 40, 3);
        Save("in/b.png", 40, 48, 4);
        Cloak("in", "whole").ExitCode.ShouldBe(0);
        Directory.CreateDirectory(At("out"));
        _folder.Text("out/a.png", "made earlier");

        var run = Cloak("in", "out", "--skip-existing");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("1 of 2 pictures cloaked, 1 there already");
        run.Output.Trim().ShouldBe(At("out/b.png"));
        File.ReadAllText(At("out/a.png")).ShouldBe("made earlier");
        File.ReadAllBytes(At("out/b.png")).ShouldBe(File.ReadAllBytes(At("whole/b.png")));
    }

    [Fact]
    public void Cloak_Format_NamesAndWritesEveryOutputSo()
    {
        Directory.CreateDirectory(At("in"));
        Save("in/a.jpg", isOpaque: true);
        Save("in/b.webp", isOpaque: true);

        Cloak("in", "out", "--format", "png").ExitCode.ShouldBe(0);

        ImageFile.Load(At("out/a.png")).Format.ShouldBe(ImageFormat.Png);
        ImageFile.Load(At("out/b.png")).Format.ShouldBe(ImageFormat.Png);
    }

    [Theory]
    [InlineData("--format", "gif", "--format must be png, jpeg, webp or tiff")]
    [InlineData("--format", "jpeg", "o.png is not named like the JPEG file")]
    [InlineData("--jpeg-quality", "0", "JPEG quality must be a whole number from 1 to 100")]
    [InlineData("--jpeg-quality", "best", "JPEG quality must be a whole number from 1 to 100")]
    public void Cloak_FormatThatCannotBe_IsAUsageError(string option, string value, string mentioned)
    {
        Save("a.png");

        var run = Cloak("a.png", "o.png", option, value);

        run.ExitCode.ShouldBe(2);
        run.Sentence.ShouldContain(mentioned);
    }

    [Theory]
    [InlineData(60, null, 60)]
    [InlineData(100, null, 100)]
    [InlineData(60, "85", 85)]
    [InlineData(null, null, 95)]
    public void Cloak_ToJpeg_KeepsTheQualityOrTakesTheOneAskedFor(int? saved, string? asked, int expected)
    {
        var input = saved is null ? "a.png" : "a.jpg";
        ImageFile.Save(At(input), TestPicture.Create(32, 32, isOpaque: true), quality: saved ?? 95);

        var run = Cloak(input, "o.jpg", asked is null ? [] : ["--jpeg-quality", asked]);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.Contains("--jpeg-quality 95 to keep it", StringComparison.Ordinal).ShouldBe(expected < 85);
        using var file = File.OpenRead(At("o.jpg"));
        JpegQuality.Estimate(file).ShouldBe(expected);
    }

    [Theory]
    [InlineData("@mika.png")]
    [InlineData("-out.png")]
    [InlineData("-")]
    public void Cloak_NamesThatLookLikeSomethingElse_AreNames(string name)
    {
        var current = Directory.GetCurrentDirectory();
        Directory.CreateDirectory(At("work"));
        Directory.SetCurrentDirectory(At("work"));
        try
        {
            Save("work/-out.png");
            Save("work/@mika.png");
            _folder.Text("work/mika.png", "-o\nstolen.png");
            var input = name == "-" ? "-out.png" : name;

            var run = GlazeRun.In(context => context with { OpenOutput = () => new FileStream(At("piped.png"), FileMode.Create) }, "cloak", input, "-o", name == "-" ? "-" : name + "-c.png", "--quality", "fast");

            run.ExitCode.ShouldBe(0, run.Errors);
            File.Exists(name == "-" ? At("piped.png") : name + "-c.png").ShouldBeTrue();
            File.Exists("stolen.png").ShouldBeFalse();
        }
        finally
        {
            Directory.SetCurrentDirectory(current);
        }
    }

    [Fact]
    public void Cloak_StandardInputToStandardOutput_WritesThePictureAlone()
    {
        Save("a.png", isOpaque: true);
        Cloak("a.png", "o.png").ExitCode.ShouldBe(0);
        var written = new MemoryStream();

        var run = GlazeRun.In(
            context => context with { OpenInput = () => File.OpenRead(At("a.png")), OpenOutput = () => written }, "cloak", "-", "-o", "-", "--quality", "fast");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain("standard input: ");
        written.ToArray().ShouldBe(File.ReadAllBytes(At("o.png")));
    }

    [Theory]
    [InlineData("- a.png -o out")]
    [InlineData("- -o out/")]
    [InlineData("a.png b.png -o -")]
    [InlineData("a.png -o o.png --report -")]
    public void Cloak_StandardStreamWhereItCannotBe_IsAUsageError(string command)
    {
        Save("a.png");
        Save("b.png");

        var run = GlazeRun.Of(["cloak", .. command.Split(' ').Select(word => word.StartsWith('-') ? word : At(word))]);

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.ShouldContain("-)");
    }

    [Theory]
    [InlineData("INPUT", "cloak", "", "-o", "o.png")]
    [InlineData("--output", "cloak", "a.png", "-o", "")]
    [InlineData("--mask", "cloak", "a.png", "-o", "o.png", "--mask", "")]
    [InlineData("--report", "cloak", "a.png", "-o", "o.png", "--report", " ")]
    [InlineData("--style", "cloak", "a.png", "-o", "o.png", "--style", "")]
    [InlineData("ORIGINAL", "audit", "", "b.png")]
    [InlineData("--sheet", "styles", "--sheet", "", "--image", "a.png")]
    public void CommandLine_EmptyWord_IsNamed(string name, params string[] words)
    {
        var run = GlazeRun.Of(words);

        run.ExitCode.ShouldBe(2);
        run.Sentence.ShouldStartWith($"{name} is empty");
    }

    [Fact]
    public void Cloak_SomePicturesFail_AreInSummaryAndReport()
    {
        Directory.CreateDirectory(At("in"));
        Save("in/a.png");
        _folder.Text("in/b.png", "not a picture");
        _folder.Text("in/c.psd", "layers");

        var run = Cloak("in", "out", "--report", At("r.json"));

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain("1 of 2 pictures cloaked, 1 failed");
        run.Errors.ShouldContain($"Failed: {At("in/b.png")}.");
        Pictures("r.json").ShouldBe([("c.psd", "notRead"), ("a.png", "cloaked"), ("b.png", "failed")]);
        using var report = JsonDocument.Parse(File.ReadAllText(At("r.json")));
        report.RootElement.GetProperty("pictures")[2].GetProperty("reason").GetString()!.ShouldContain("is not a PNG");
    }

    [Fact]
    public void Cloak_WebPLargerThanItCanBe_IsRefusedBeforeTheWork()
    {
        ImageFile.Save(At("a.png"), new PixelBuffer(16_400, 2));

        var run = Cloak("a.png", "o.webp");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("holds at most 16383 pixels a side");
        run.Errors.ShouldNotContain("%");
    }

    [Fact]
    public void Cloak_TheSamePictureTwice_IsDoneOnce()
    {
        Directory.CreateDirectory(At("in"));
        Save("in/a.png");

        var run = GlazeRun.Of("cloak", At("in"), At("in/a.png"), "-o", At("out"), "--quality", "fast");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.Trim().ShouldBe(At("out/a.png"));
    }

    public void Dispose() => _folder.Dispose();

    private GlazeRun Cloak(string input, string output, params string[] options) =>
        GlazeRun.Of(["cloak", At(input), "-o", At(output), "--quality", "fast", .. options]);

    private List<(string Name, string Status)> Pictures(string report)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(At(report), Encoding.UTF8));
        return [.. document.RootElement.GetProperty("pictures").EnumerateArray()
            .Select(picture => (Path.GetFileName(picture.GetProperty("input").GetString()!), picture.GetProperty("status").GetString()!))];
    }

    private void Save(string name, int width = 24, int height = 20, int seed = 1, bool isOpaque = false) =>
        TestPicture.Save(_folder, name, width, height, seed, isOpaque);

    private string At(string name) => _folder.File(name);
}
