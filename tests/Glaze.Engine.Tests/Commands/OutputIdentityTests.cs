using Glaze.Engine.Files;
using Glaze.Engine.Models;
using Glaze.Engine.Tests.Files;

namespace Glaze.Engine.Tests.Commands;

/// <summary>No file that a run reads is one that it writes, under whatever name; refused before any work.</summary>
[Trait("Issue", "15")]
public sealed class OutputIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _before;

    public OutputIdentityTests()
    {
        Directory.CreateDirectory(At("art"));
        Directory.CreateDirectory(At("out/sub"));
        Directory.CreateDirectory(At("in/sub"));
        TestPicture.Save(_folder, "art/a.png", 16, 16);
        _before = File.ReadAllBytes(At("art/a.png"));
        File.WriteAllBytes(At("out/sub/p.png"), _before);
        File.WriteAllBytes(At("in/sub/p.png"), _before);
        Directory.CreateSymbolicLink(At("link"), "art");
        File.CreateSymbolicLink(At("a-link.png"), "art/a.png");
        File.CreateSymbolicLink(At("dangling"), "gone/for/good");
        _folder.Text("style.onnx", "a network");
    }

    [Theory]
    [InlineData("cloak art/a.png -o link/a.png")]
    [InlineData("cloak art/a.png -o a-link.png")]
    [InlineData("cloak a-link.png -o art/a.png")]
    [InlineData("cloak art -o link/")]
    [InlineData("cloak link -o art")]
    [InlineData("cloak art/../art/a.png -o ./art/a.png")]
    [InlineData("cloak in out/sub/p.png -o out")]
    [InlineData("cloak art/a.png -o o.png --target-image link/a.png")]
    [InlineData("cloak art/a.png -o o.png --target-image art/../o.png")]
    [InlineData("cloak art/a.png -o o.png --mask in/sub/p.png --target-image in/sub/p.png")]
    [InlineData("cloak art/a.png -o in/sub/p.png --mask in/sub/p.png")]
    [InlineData("cloak art/a.png -o o.png --style style.onnx --report style.onnx")]
    [InlineData("cloak art/a.png -o o.png --report link/a.png")]
    [InlineData("styles --sheet link/a.png --image art/a.png")]
    [InlineData("styles --sheet art/a.png --image art/a.png")]
    public void Run_OutputThatIsAnInput_IsRefusedAndEveryFileKept(string command)
    {
        var files = Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories);

        var run = GlazeRun.Of(Words(command));

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.Trim().Split('\n').Length.ShouldBe(1, run.Errors);
        run.Errors.ShouldContain("overwr");
        run.Output.ShouldBeEmpty();
        Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories).ShouldBe(files, ignoreOrder: true);
        foreach (var picture in (string[])["art/a.png", "out/sub/p.png", "in/sub/p.png"])
        {
            File.ReadAllBytes(At(picture)).ShouldBe(_before);
        }
    }

    [Theory]
    [InlineData("cloak art/a.png -o art/A.PNG")]
    [InlineData("cloak art -o Art/")]
    [InlineData("cloak art/a.png -o o.png --target-image O.PNG")]
    [InlineData("styles --sheet ART/A.png --image art/a.png")]
    public void Run_OtherLetterCaseWhereItIsIgnored_IsRefused(string command)
    {
        var run = GlazeRun.In(context => context with { Places = new Places(new CaseIgnoringIdentities()) }, Words(command));

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.ShouldContain("overwr");
        File.ReadAllBytes(At("art/a.png")).ShouldBe(_before);
    }

    [Fact]
    public void Cloak_HardLinkOfTheInput_IsRefused()
    {
        if (!OperatingSystem.IsLinux() || !Link(At("art/a.png"), At("hard.png")))
        {
            return;
        }

        GlazeRun.Of("cloak", At("art/a.png"), "-o", At("hard.png")).ExitCode.ShouldBe(2);

        File.ReadAllBytes(At("hard.png")).ShouldBe(_before);
    }

    [Theory]
    [InlineData("glaze cloak - -o art/a.png --quality fast < art/a.png", "standard input")]
    [InlineData("glaze cloak - -o a-link.png --quality fast < art/a.png", "standard input")]
    [InlineData("glaze cloak - -o o.png --quality fast --report art/a.png < art/a.png", "standard input")]
    [InlineData("glaze cloak art/a.png -o in/sub/p.png --quality fast --mask - < in/sub/p.png", "standard input")]
    [InlineData("glaze styles --image - --sheet art/a.png < art/a.png", "standard input")]
    [InlineData("glaze cloak art/a.png -o - --quality fast 1<> art/a.png", "standard output")]
    [InlineData("glaze cloak - -o - --quality fast < art/a.png 1<> art/a.png", "standard output")]
    [InlineData("glaze cloak art/a.png -o o.png --quality fast >> art/a.png", "standard output")]
    [InlineData("glaze cloak art/a.png -o in/sub/p.png --quality fast >> in/sub/p.png", "standard output")]
    [InlineData("glaze styles --image art/a.png --sheet in/sub/p.png >> art/a.png", "standard output")]
    public void Run_StreamThatIsAFileOfTheRun_IsRefusedAndEveryFileKept(string command, string mentioned)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // The built program, since nobody can say which files the streams of a test's own process are.
        var run = GlazeRun.InShell(_folder, command);

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.Trim().Split('\n').Length.ShouldBe(1, run.Errors);
        run.Errors.ShouldContain(mentioned);
        run.Errors.ShouldContain("overwr");
        File.Exists(At("o.png")).ShouldBeFalse();
        foreach (var picture in (string[])["art/a.png", "in/sub/p.png"])
        {
            File.ReadAllBytes(At(picture)).ShouldBe(_before);
        }
    }

    [Theory]
    [InlineData("glaze cloak - -o - --quality fast < art/a.png > o.png")]
    [InlineData("cat art/a.png | glaze cloak - -o - --quality fast | cat > o.png")]
    public void Cloak_StreamsOfTheirOwn_AreReadAndWritten(string command)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var run = GlazeRun.InShell(_folder, command);

        run.ExitCode.ShouldBe(0, run.Errors);
        Glaze.Imaging.ImageFile.Load(At("o.png")).Pixels.Width.ShouldBe(16);
    }

    [Theory]
    [InlineData("mine.safetensors")]
    [InlineData("mine.json")]
    [InlineData("cloaked-pictures")]
    public void Cloak_ReportOverAFileOfTheModels_IsRefused(string name)
    {
        var store = TestModels.StoreWithTinyEncoder(_folder);
        var path = Path.Combine(store.Folder.Root, name);
        File.AppendAllText(path, "\n");
        var before = File.ReadAllBytes(path);

        var run = GlazeRun.With(store, "cloak", At("art/a.png"), "-o", At("o.png"), "--quality", "fast", "--report", path);

        run.ExitCode.ShouldBe(2, run.Errors);
        File.ReadAllBytes(path).ShouldBe(before);
    }

    [Theory]
    [InlineData("rep.json")]
    [InlineData("layers.psd")]
    [InlineData("photo.HEIC")]
    [InlineData("new.kra")]
    public void Cloak_ReportOverAPictureOfAnyKind_IsRefused(string report)
    {
        TestPicture.Save(_folder, "other.png", 8, 8);
        File.CreateSymbolicLink(At("rep.json"), "other.png");
        _folder.Text("layers.psd", "layers");
        _folder.Text("photo.HEIC", "a photo");
        var before = File.ReadAllBytes(At("other.png"));

        var run = GlazeRun.Of("cloak", At("art/a.png"), "-o", At("o.png"), "--quality", "fast", "--report", At(report));

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Sentence.ShouldContain("named like a picture");
        File.ReadAllBytes(At("other.png")).ShouldBe(before);
        File.ReadAllText(At("layers.psd")).ShouldBe("layers");
        File.ReadAllText(At("photo.HEIC")).ShouldBe("a photo");
        File.Exists(At("new.kra")).ShouldBeFalse();
        File.Exists(At("o.png")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("in/sub/p.png", "out/sub/p.png")]
    [InlineData("art/a.png", "other/A.png")]
    public void Cloak_TwoPicturesForOneFile_NamesBoth(string first, string second)
    {
        Directory.CreateDirectory(At("other"));
        File.WriteAllBytes(At("other/A.png"), _before);

        var run = GlazeRun.In(
            context => context with { Places = new Places(new CaseIgnoringIdentities()) }, "cloak", At(first), At(second), "-o", At("result"));

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.ShouldContain(At(first));
        run.Errors.ShouldContain(At(second));
        Directory.Exists(At("result")).ShouldBeFalse();
    }

    [Fact]
    public void Cloak_OutputThatIsALink_ReplacesTheFileBehindIt()
    {
        TestPicture.Save(_folder, "earlier.png", 8, 8);
        File.CreateSymbolicLink(At("o.png"), "earlier.png");

        GlazeRun.Of("cloak", At("art/a.png"), "-o", At("o.png"), "--quality", "fast").ExitCode.ShouldBe(0);

        new FileInfo(At("o.png")).LinkTarget.ShouldBe("earlier.png");
        Glaze.Imaging.ImageFile.Load(At("earlier.png")).Pixels.Width.ShouldBe(16);
    }

    [Fact]
    public void Cloak_OutputThatIsWriteProtected_IsRefusedBeforeTheWork()
    {
        TestPicture.Save(_folder, "o.png", 8, 8);
        File.SetAttributes(At("o.png"), FileAttributes.ReadOnly);

        var run = GlazeRun.Of("cloak", At("art/a.png"), "-o", At("o.png"), "--quality", "fast");

        File.SetAttributes(At("o.png"), FileAttributes.Normal);
        run.ExitCode.ShouldBe(1);
        run.Sentence.ShouldContain("write-protected");
        Glaze.Imaging.ImageFile.Load(At("o.png")).Pixels.Width.ShouldBe(8);
    }

    [Theory]
    [InlineData("cloak art -o /proc/glaze-out", "/proc")]
    [InlineData("cloak art/a.png -o /proc/o.png", "/proc")]
    [InlineData("cloak art/a.png -o o.png --report /proc/r.json", "/proc")]
    [InlineData("cloak art/a.png -o missing/o.png", "does not exist")]
    [InlineData("cloak art/a.png -o o.png --target-image missing/t.png", "does not exist")]
    [InlineData("cloak art -o art/a.png/out", "is a file")]
    [InlineData("cloak art -o dangling/", "is a link that leads nowhere")]
    [InlineData("cloak art -o dangling/out", "is a link that leads nowhere")]
    [InlineData("cloak art/a.png -o dangling/o.png", "is a link that leads nowhere")]
    [InlineData("cloak art/a.png -o o.png --report dangling/r.json", "is a link that leads nowhere")]
    [InlineData("styles --image art/a.png --sheet missing/s.png", "does not exist")]
    public void Run_PlaceThatTakesNoFiles_IsNamedBeforeTheWork(string command, string mentioned)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var run = GlazeRun.Of(Words(command));

        run.ExitCode.ShouldBe(1, run.Errors);
        run.Errors.Trim().Split('\n').Length.ShouldBe(1, run.Errors);
        run.Errors.ShouldContain(mentioned);
        File.Exists(At("o.png")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("cloak art -o new --report new", "new")]
    [InlineData("cloak art -o new/deeper --report ./new", "new")]
    [InlineData("cloak art/a.png -o new.png/ --target-image new.png", "new.png")]
    [InlineData("cloak art/a.png -o new.png/ --model-view link/../new.png", "new.png")]
    [InlineData("cloak art -o new --report new/a.png/r.json", "new/a.png")]
    [InlineData("cloak one two -o new", "x.png")]
    public void Cloak_FileWhereAnotherNeedsAFolder_IsRefusedBeforeTheWork(string command, string mentioned)
    {
        Directory.CreateDirectory(At("one"));
        Directory.CreateDirectory(At("two/x.png"));
        File.WriteAllBytes(At("one/x.png"), _before);
        File.WriteAllBytes(At("two/x.png/y.png"), _before);

        var run = GlazeRun.Of([.. Words(command), "--quality", "fast"]);

        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.Trim().Split('\n').Length.ShouldBe(1, run.Errors);
        run.Errors.ShouldContain($"{mentioned} cannot be a file and the folder of");
        Path.Exists(At("new")).ShouldBeFalse();
        Path.Exists(At("new.png")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("cloak art -o new --report new/r.json", "new/r.json")]
    [InlineData("cloak art -o new/deeper --report link/../new/r.json", "new/r.json")]
    [InlineData("cloak art/a.png -o new/ --target-image new/t.png", "new/t.png")]
    [InlineData("cloak art/a.png -o new/ --model-view new/v.png", "new/v.png")]
    [InlineData("cloak damaged.png -o new/ --report new/r.json", "new/r.json")]
    public void Cloak_SideOutputInTheFolderThatTheRunMakes_IsWritten(string command, string made)
    {
        _folder.Text("damaged.png", "not a picture");

        var run = GlazeRun.Of([.. Words(command), "--quality", "fast"]);

        run.ExitCode.ShouldBe(command.Contains("damaged", StringComparison.Ordinal) ? 1 : 0, run.Errors);
        File.Exists(At(made)).ShouldBeTrue();
    }

    [Fact]
    public void Cloak_NameAsLongAsTheSystemAllows_IsWrittenAndALongerOneRefusedBeforeTheWork()
    {
        var longest = new string('n', 251) + ".png";

        GlazeRun.Of("cloak", At("art/a.png"), "-o", At(longest), "--quality", "fast").ExitCode.ShouldBe(0);
        var run = GlazeRun.Of("cloak", At("art/a.png"), "-o", At("n" + longest), "--quality", "fast");

        File.Exists(At(longest)).ShouldBeTrue();
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("too long");
        run.Errors.Trim().Split('\n').Length.ShouldBe(1, run.Errors);
    }

    [Fact]
    public void Models_ImportOfADownloadUnderWay_KeepsIt()
    {
        var store = TestModels.StoreWithTinyEncoder(_folder);
        var partial = store.Folder.PartialOf("mine");
        File.Copy(store.Folder.FileOf("mine"), partial);

        var run = GlazeRun.With(store, "models", "import", partial, "--as", "mine");

        run.ExitCode.ShouldNotBe(0);
        File.Exists(partial).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    // No name of these tests holds a blank; what looks like a path below the folder is one.
    private string[] Words(string command) =>
        [.. command.Split(' ').Select((word, i) => i > 0 && (word.Contains('/', StringComparison.Ordinal) || word.Contains('.', StringComparison.Ordinal) || word is "art" or "in" or "out" or "link" or "one" or "two" or "new") && !word.StartsWith('-') && !word.StartsWith("/proc", StringComparison.Ordinal) ? At(word) : word)];

    private string At(string name) => _folder.File(name);

    private static bool Link(string from, string to)
    {
        using var process = System.Diagnostics.Process.Start("ln", [from, to]);
        return process.WaitForExit(5000) && process.ExitCode == 0;
    }
}
