namespace Glaze.Engine.Tests;

[Trait("Issue", "15")]
public sealed class StandardTextTests
{
    [Theory]
    [InlineData("de_DE.ISO-8859-1")]
    [InlineData("ja_JP.eucJP")]
    [InlineData("C")]
    public void Glaze_InPipes_WritesUtf8WhateverTheLocaleSays(string locale)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("in"));
        TestPicture.Save(folder, "in/grün-猫.png", 8, 8);
        folder.Text("in/Entwürfe-犬.psd", "layers");

        var run = GlazeRun.InShell(folder, "glaze cloak in -o out --quality fast", ("LC_ALL", locale), ("LANG", locale));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldBe("out/grün-猫.png\n");
        run.Errors.ShouldStartWith("in/Entwürfe-犬.psd is not cloaked");
    }
}
