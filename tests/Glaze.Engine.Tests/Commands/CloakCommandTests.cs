using System.Text.Json;
using Glaze.Imaging;

namespace Glaze.Engine.Tests.Commands;

public sealed class CloakCommandTests
{
    [Fact]
    public void Cloak_PictureWithTransparency_KeepsSizeAlphaAndHiddenPixels()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png");

        var run = GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), "--quality", "fast", "--report", folder.File("report.json"));

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.Trim().ShouldBe(folder.File("out.png"));
        var original = ImageFile.Load(input).Pixels;
        var cloaked = ImageFile.Load(folder.File("out.png")).Pixels;
        (cloaked.Width, cloaked.Height).ShouldBe((original.Width, original.Height));
        using var report = JsonDocument.Parse(File.ReadAllText(folder.File("report.json")));
        var epsilon = report.RootElement.GetProperty("pictures")[0].GetProperty("epsilon").GetDouble();
        var largest = 0;
        for (var i = 0; i < original.Rgba.Length; i += 4)
        {
            cloaked.Rgba[i + 3].ShouldBe(original.Rgba[i + 3]);
            for (var c = 0; c < 3; c++)
            {
                var change = Math.Abs(cloaked.Rgba[i + c] - original.Rgba[i + c]);
                largest = Math.Max(largest, change);
                if (original.Rgba[i + 3] == 0)
                {
                    change.ShouldBe(0);
                }
            }
        }

        largest.ShouldBeInRange(1, (int)epsilon);
    }

    [Fact]
    public void Cloak_StyleModelThatIsNone_SaysSoAndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png");
        File.WriteAllText(folder.File("style.onnx"), "no model");

        var run = GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), "--style", folder.File("style.onnx"));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("style.onnx cannot be used as a style:");
        run.Errors.ShouldNotContain("   at ");
        File.Exists(folder.File("out.png")).ShouldBeFalse();
    }

    [Fact]
    public void Cloak_SameSeed_GivesTheSameFileForAnyThreads()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png");

        GlazeRun.Of("cloak", input, "-o", folder.File("one.png"), "--quality", "fast", "--seed", "5", "--threads", "1").ExitCode.ShouldBe(0);
        GlazeRun.Of("cloak", input, "-o", folder.File("two.png"), "--quality", "fast", "--seed", "5", "--threads", "2").ExitCode.ShouldBe(0);

        File.ReadAllBytes(folder.File("two.png")).ShouldBe(File.ReadAllBytes(folder.File("one.png")));
    }

    [Fact]
    public void Cloak_OtherSeed_GivesAnotherDelta()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 160, 160, isOpaque: true);

        var first = Delta(folder, input, "one.png", "--seed", "1");
        var second = Delta(folder, input, "two.png", "--seed", "2");

        // Every cloak leads away from the same original, so two of one picture share a part; docs/limits.md has the figures.

        // Both lead the same picture to the same style, so they share much; pictures of their own share nothing (below).
        Math.Abs(Correlation(first, second)).ShouldBeLessThan(0.9);
    }

    // What the cloaks of an artist's pictures have in common could be averaged out of them and taken away; flat colour shows it best.
    [Fact]
    [Trait("Issue", "15")]
    public void Cloak_TwoFlatPicturesWithOneSeed_HaveNothingInCommon()
    {
        using var folder = new TemporaryFolder();
        var first = Delta(folder, SaveLines(folder, "first.png", every: 23), "one.png", "--style", "pointillism");
        var second = Delta(folder, SaveLines(folder, "second.png", every: 41), "two.png", "--style", "pointillism");

        ((double)first.Count(change => change != 0) / first.Length).ShouldBeGreaterThan(0.05);
        ((double)second.Count(change => change != 0) / second.Length).ShouldBeGreaterThan(0.05);
        Math.Abs(Correlation(first, second)).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Cloak_Report_IsComplete()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png");

        GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), "--quality", "fast", "--report", folder.File("report.json")).ExitCode.ShouldBe(0);

        using var report = JsonDocument.Parse(File.ReadAllText(folder.File("report.json")));
        var root = report.RootElement;
        root.GetProperty("settings").GetProperty("intensity").GetDouble().ShouldBe(50);
        root.GetProperty("device").GetProperty("used").GetString().ShouldBe("cpu");
        var picture = root.GetProperty("pictures")[0];
        picture.GetProperty("seconds").GetProperty("optimizing").GetDouble().ShouldBeGreaterThan(0);
        picture.GetProperty("lossFirst").GetDouble().ShouldBeInRange(0.1, 1.5);
        picture.GetProperty("lossLast").GetDouble().ShouldBeInRange(0.1, 1.5);
        picture.GetProperty("visibleChange").GetProperty("psnrDecibels").GetDouble().ShouldBeGreaterThan(30);
        var encoders = picture.GetProperty("protection").GetProperty("encoders");
        encoders.GetArrayLength().ShouldBeGreaterThan(0);
        encoders[0].GetProperty("surviving").GetArrayLength().ShouldBe(12);
        encoders[0].GetProperty("shift").GetDouble().ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void Cloak_Report_TellsEncodersUsedFromStrangers()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 48, 48, isOpaque: true);

        GlazeRun.With(
            TestModels.StoreWithTinyEncoder(folder),
            "cloak", input, "-o", folder.File("out.png"), "--quality", "fast", "--style", "pointillism", "--surrogate", "glaze-mini", "--report", folder.File("report.json"))
            .ExitCode.ShouldBe(0);

        using var report = JsonDocument.Parse(File.ReadAllText(folder.File("report.json")));
        var picture = report.RootElement.GetProperty("pictures")[0];
        picture.GetProperty("perceptualMeasure").GetString().ShouldBe("embedded");
        var protection = picture.GetProperty("protection");
        protection.GetProperty("families").EnumerateArray().Count().ShouldBe(5);
        protection.GetProperty("encoders").EnumerateArray()
            .Select(encoder => (encoder.GetProperty("encoder").GetString(), encoder.GetProperty("usedForCloak").GetBoolean())).Distinct()
            .ShouldBe([("glaze-mini-a", true), ("mine", false)]);
    }

    [Fact]
    public void Cloak_Mask_ChangesSelectedPixelsOnly()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", isOpaque: true);
        var mask = new PixelBuffer(96, 80);
        for (var i = 0; i < 96 * 80; i++)
        {
            var level = (byte)(i < 96 * 40 ? 0 : 255);
            ((byte[])[level, level, level, 255]).CopyTo(mask.Rgba, 4 * i);
        }

        ImageFile.Save(folder.File("mask.png"), mask);

        GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), "--quality", "fast", "--mask", folder.File("mask.png")).ExitCode.ShouldBe(0);

        var original = ImageFile.Load(input).Pixels.Rgba;
        var cloaked = ImageFile.Load(folder.File("out.png")).Pixels.Rgba;
        cloaked.AsSpan(0, 96 * 40 * 4).SequenceEqual(original.AsSpan(0, 96 * 40 * 4)).ShouldBeTrue();
        cloaked.AsSpan(96 * 40 * 4).SequenceEqual(original.AsSpan(96 * 40 * 4)).ShouldBeFalse();
    }

    [Fact]
    public void Cloak_FolderWithOneBadFile_CloaksTheRestAndExits3()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("in"));
        TestPicture.Save(folder, "in/a.png", 40, 32);
        folder.Text("in/b.png", "not a picture");
        TestPicture.Save(folder, "in/c.png", 40, 32, seed: 2);

        var run = GlazeRun.Of("cloak", folder.File("in"), "-o", folder.File("out"), "--quality", "fast");

        run.ExitCode.ShouldBe(3);
        run.Errors.ShouldContain("2 of 3 pictures cloaked, 1 failed.");
        Directory.GetFiles(folder.File("out")).Select(Path.GetFileName).Order().ShouldBe(["a.png", "c.png"]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 37)]
    [InlineData(65, 3)]
    public void Cloak_TinyPicture_Works(int width, int height)
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", width, height, isOpaque: true);

        var run = GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), "--quality", "fast");

        run.ExitCode.ShouldBe(0, run.Errors);
        ImageFile.Load(folder.File("out.png")).Pixels.Width.ShouldBe(width);
    }

    // A drawing on paper: slanted black lines on one tone.
    private static string SaveLines(TemporaryFolder folder, string name, int every)
    {
        var picture = new PixelBuffer(160, 160);
        for (var i = 0; i < 160 * 160; i++)
        {
            var isLine = ((i % 160) + (i / 160 * 2)) % every < 2;
            ((byte[])(isLine ? [20, 20, 24, 255] : [236, 228, 210, 255])).CopyTo(picture.Rgba, 4 * i);
        }

        ImageFile.Save(folder.File(name), picture);
        return folder.File(name);
    }

    private static double[] Delta(TemporaryFolder folder, string input, string name, params string[] options)
    {
        GlazeRun.Of(["cloak", input, "-o", folder.File(name), "--quality", "fast", .. options]).ExitCode.ShouldBe(0);
        var original = ImageFile.Load(input).Pixels.Rgba;
        return ImageFile.Load(folder.File(name)).Pixels.Rgba.Select((value, i) => (double)value - original[i]).ToArray();
    }

    private static double Correlation(double[] left, double[] right)
    {
        var (meanLeft, meanRight) = (left.Average(), right.Average());
        var covariance = left.Zip(right, (a, b) => (a - meanLeft) * (b - meanRight)).Sum();
        return covariance / Math.Sqrt(left.Sum(a => (a - meanLeft) * (a - meanLeft)) * right.Sum(b => (b - meanRight) * (b - meanRight)));
    }
}
