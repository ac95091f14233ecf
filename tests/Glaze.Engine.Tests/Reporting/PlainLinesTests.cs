using Glaze.Engine.Reporting;

namespace Glaze.Engine.Tests.Reporting;

[Trait("Issue", "15")]
public sealed class PlainLinesTests
{
    [Theory]
    [InlineData("a\u001b[2Jb.png", "a\\x1b[2Jb.png")]
    [InlineData("a\nb\r\tc", "a\\nb\\r\\tc")]
    [InlineData("\u0007\u007f\u009b", "\\x07\\x7f\\x9b")]
    [InlineData("猫 – é.png", "猫 – é.png")]
    public void WriteLine_ControlCharacters_AreWrittenAsTheirCodes(string line, string expected)
    {
        using var written = new StringWriter { NewLine = "\n" };
        using var lines = new PlainLines(written);

        lines.WriteLine(line);

        written.ToString().ShouldBe(expected + "\n");
    }

    [Fact]
    public void Write_SeveralLines_StaySeveral()
    {
        using var written = new StringWriter { NewLine = "\n" };
        using var lines = new PlainLines(written);

        lines.Write("one\ntwo\u001b\r\n");
        lines.WriteLine(new InvalidOperationException("bad\u0007"));

        written.ToString().ShouldBe("one\ntwo\\x1b\r\nSystem.InvalidOperationException: bad\\x07\n");
    }

    [Fact]
    public void Cloak_NameWithControlCharacters_IsPlainOnErrorsAndItselfOnOutput()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("in"));
        TestPicture.Save(folder, "in/a\u001b]0;x\u0007\n.png", 16, 16);
        folder.Text("in/b\u001b[31m.psd", "layers");

        var run = GlazeRun.Of("cloak", folder.File("in"), "-o", folder.File("out"), "--quality", "fast");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.Where(character => char.IsControl(character) && character != '\n').ShouldBeEmpty();
        run.Errors.ShouldContain("a\\x1b]0;x\\x07\\n.png");
        run.Errors.ShouldContain("b\\x1b[31m.psd is not cloaked");
        run.Output.ShouldBe(folder.File("out/a\u001b]0;x\u0007\n.png") + Environment.NewLine);
    }
}
