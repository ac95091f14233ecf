using System.Buffers.Binary;
using Glaze.Imaging;

namespace Glaze.Engine.Tests.Commands;

/// <summary>Bad input gets one sentence, the contract's exit code, and writes nothing.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("missing.png", 1)]
    [InlineData("empty.png", 1)]
    [InlineData("text.png", 1)]
    [InlineData("truncated.png", 1)]
    [InlineData("truncated.jpg", 1)]
    [InlineData("huge.png", 1)]
    public void Cloak_UnreadablePicture_SaysSoInOneSentence(string name, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var path = Prepare(folder, name);

        var run = GlazeRun.Of("cloak", path, "-o", folder.File("out.png"), "--quality", "fast");

        run.ExitCode.ShouldBe(exitCode);
        LastLine(run).ShouldContain(name);
        LastLine(run).ShouldEndWith(".");
        File.Exists(folder.File("out.png")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("intensity", "--intensity", "101")]
    [InlineData("intensity", "--intensity", "-1")]
    [InlineData("impressive", "--style", "impressive")]
    [InlineData("quality", "--quality", "superb")]
    [InlineData("device", "--device", "abacus")]
    [InlineData("threads", "--threads", "-2")]
    [InlineData("nobody", "--surrogate", "nobody")]
    [InlineData("--qualitty", "--qualitty", "fast")]
    [InlineData("did you mean \"--quality\"?", "--qualitty", "fast")]
    [InlineData("Intensity must be a number from 0 to 100, not \"lots\"", "--intensity", "lots")]
    [InlineData("Intensity must be a number from 0 to 100, not \"NaN\"", "--intensity", "NaN")]
    [InlineData("seed must be a whole number", "--seed", "1.5")]
    [InlineData("Threads must be a whole number", "--threads", "many")]
    public void Cloak_BadOption_IsAUsageError(string mentioned, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 32, 32);

        var run = GlazeRun.Of(["cloak", input, "-o", folder.File("out.png"), .. options]);

        run.ExitCode.ShouldBe(2);
        LastLine(run).ShouldContain(mentioned, Case.Insensitive);
        File.Exists(folder.File("out.png")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("glaze has no command \"clok\"; did you mean \"cloak\"? See \"glaze --help\".", "clok")]
    [InlineData("glaze has no command \"xyzzy\"; it has cloak, audit, styles, devices, models and serve. See \"glaze --help\".", "xyzzy", "a.png")]
    [InlineData("glaze models has no command \"instal\"; did you mean \"install\"? See \"glaze models --help\".", "models", "instal")]
    [InlineData("Say what glaze models is to do: list, install, verify, import or remove. See \"glaze models --help\".", "models")]
    [InlineData("Say what glaze is to do: cloak, audit, styles, devices, models or serve. See \"glaze --help\".")]
    [InlineData("glaze has no option --verison; did you mean \"--version\"? See \"glaze --help\".", "--verison")]
    [InlineData("glaze devices does not know what to do with \"all\". See \"glaze devices --help\".", "devices", "all")]
    [InlineData("glaze audit needs CLOAKED: the same picture with a cloak. See \"glaze audit --help\".", "audit", "a.png")]
    [InlineData("glaze cloak needs --output FILE|DIR: the file to write; a folder for more than one picture, made if missing; - for standard output. See \"glaze cloak --help\".", "cloak", "a.png")]
    [InlineData("--output needs a value: the file to write; a folder for more than one picture, made if missing; - for standard output. See \"glaze cloak --help\".", "cloak", "a.png", "-o")]
    public void CommandLine_Mistyped_IsNamedWithTheRemedy(string sentence, params string[] words)
    {
        var run = GlazeRun.Of(words);

        run.ExitCode.ShouldBe(2);
        run.Sentence.ShouldBe(sentence);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Cloak_MaskOfAnotherSize_NamesBothSizes()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 32, 32);
        var mask = TestPicture.Save(folder, "mask.png", 16, 16);

        var run = GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), "--mask", mask);

        run.ExitCode.ShouldBe(1);
        LastLine(run).ShouldContain("16×16");
        LastLine(run).ShouldContain("32×32");
        File.Exists(folder.File("out.png")).ShouldBeFalse();
    }

    [Fact]
    [Trait("Issue", "15")]
    public void Cloak_OutputIsTheInput_IsRefusedAndKeepsTheOriginal()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 32, 32);
        var before = File.ReadAllBytes(input);

        var run = GlazeRun.Of("cloak", input, "-o", input);

        run.ExitCode.ShouldBe(2);
        File.ReadAllBytes(input).ShouldBe(before);
    }

    [Theory]
    [InlineData("--report", "in.png")]
    [InlineData("--report", "out.png")]
    [InlineData("--report", "other.jpg")]
    [InlineData("--target-image", "in.png")]
    [InlineData("--target-image", "out.png")]
    [InlineData("--model-view", "in.png")]
    [Trait("Issue", "15")]
    public void Cloak_SideOutputOverAPicture_IsRefusedBeforeTheWork(string option, string name)
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 32, 32);
        var before = File.ReadAllBytes(input);

        var run = GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), option, folder.File(name));

        run.ExitCode.ShouldBe(2);
        LastLine(run).ShouldContain(name);
        File.ReadAllBytes(input).ShouldBe(before);
        File.Exists(folder.File("out.png")).ShouldBeFalse();
    }

    [Fact]
    public void Cloak_ReportInAMissingFolder_IsSaidBeforeTheWork()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 32, 32);

        var run = GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), "--report", folder.File("nowhere/report.json"));

        run.ExitCode.ShouldBe(1);
        File.Exists(folder.File("out.png")).ShouldBeFalse();
    }

    [Fact]
    public void Cloak_TwoPicturesIntoOneFile_AsksForAFolder()
    {
        using var folder = new TemporaryFolder();
        var first = TestPicture.Save(folder, "a.png", 32, 32);
        var second = TestPicture.Save(folder, "b.png", 32, 32);

        var run = GlazeRun.Of("cloak", first, second, "-o", folder.File("out.png"));

        run.ExitCode.ShouldBe(2);
        LastLine(run).ShouldContain("folder");
        Directory.Exists(folder.File("out.png")).ShouldBeFalse();
    }

    [Fact]
    public void Cloak_FailureAfterAnEarlierResult_LeavesThatResult()
    {
        using var folder = new TemporaryFolder();
        var earlier = TestPicture.Save(folder, "out.png", 20, 20);
        var before = File.ReadAllBytes(earlier);

        GlazeRun.Of("cloak", folder.Text("in.png", "no picture"), "-o", earlier).ExitCode.ShouldBe(1);

        File.ReadAllBytes(earlier).ShouldBe(before);
    }

    [Fact]
    public void Cloak_Failure_ShowsNoTimeAsAFinishedPictureDoes()
    {
        using var folder = new TemporaryFolder();

        var run = GlazeRun.Of("cloak", folder.File("missing.png"), "-o", folder.File("out.png"));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldNotContain(" s\n");
        run.Errors.TrimEnd().Split('\n').Length.ShouldBe(2, run.Errors);
    }

    [Fact]
    public void Cloak_UnknownOutputFormat_IsSaidBeforeTheWork()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 32, 32);

        var run = GlazeRun.Of("cloak", input, "-o", folder.File("out.bmp"));

        run.ExitCode.ShouldBe(1);
        LastLine(run).ShouldContain("out.bmp");
    }

    private static string LastLine(GlazeRun run) => run.Errors.TrimEnd().Split('\n')[^1].TrimEnd();

    private static string Prepare(TemporaryFolder folder, string name)
    {
        switch (name)
        {
            case "empty.png":
                return folder.Bytes(name, []);
            case "text.png":
                return folder.Text(name, "This is a letter, not a picture.");
            case "huge.png":
                return folder.Bytes(name, HugeHeader());
            case "truncated.png" or "truncated.jpg":
                var path = folder.File(name);
                ImageFile.Save(path, TestPicture.Create(200, 150, isOpaque: true));
                var bytes = File.ReadAllBytes(path);
                return folder.Bytes(name, bytes[..(bytes.Length / 2)]);
            default:
                return folder.File(name);
        }
    }

    // PNG signature and an IHDR of 60000×60000; the checksum is right, so that only the size is at fault.
    private static byte[] HugeHeader()
    {
        var header = new byte[17];
        "IHDR"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 60000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 60000);
        header[12] = 8;
        header[13] = 6;
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32(header));
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. header, .. crc, .. new byte[64]];
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
