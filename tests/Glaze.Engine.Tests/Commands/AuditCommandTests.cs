using System.Text.Json;
using Glaze.Imaging;
using Glaze.TestKit.Models;

namespace Glaze.Engine.Tests.Commands;

public sealed class AuditCommandTests
{
    [Fact]
    public void Audit_WithTarget_MeasuresShiftAndWhatSurvives()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 64, 64, isOpaque: true);
        GlazeRun.Of("cloak", input, "-o", folder.File("out.png"), "--quality", "fast", "--style", "pointillism", "--target-image", folder.File("target.png")).ExitCode.ShouldBe(0);

        var run = GlazeRun.Of("audit", input, folder.File("out.png"), "--target", folder.File("target.png"), "--json");

        run.ExitCode.ShouldBe(0, run.Errors);
        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("visibleChange").GetProperty("maxLevels").GetInt32().ShouldBeInRange(1, (int)new Glaze.Cloaking.CloakSettings().Epsilon);
        report.RootElement.GetProperty("notProtected").GetString()!.ShouldContain("diffusion");
        var protection = report.RootElement.GetProperty("protection");
        protection.GetProperty("verdict").GetString()!.ShouldContain("is not known");
        foreach (var encoder in protection.GetProperty("encoders").EnumerateArray())
        {
            encoder.GetProperty("usedForCloak").ValueKind.ShouldBe(JsonValueKind.Null);
            encoder.GetProperty("shift").GetDouble().ShouldBeInRange(0.02, 0.9);
            encoder.GetProperty("movement").GetDouble().ShouldBeGreaterThan(0);
            encoder.GetProperty("surviving").GetArrayLength().ShouldBe(12);
        }
    }

    [Fact]
    public void Audit_TheTargetItself_IsMovedAllTheWay()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 48, 48, isOpaque: true);
        var target = TestPicture.Save(folder, "target.png", 48, 48, seed: 9, isOpaque: true);

        var run = GlazeRun.Of("audit", input, target, "--target", target, "--json");

        using var report = JsonDocument.Parse(run.Output);
        var protection = report.RootElement.GetProperty("protection");
        protection.GetProperty("families").EnumerateArray().Select(family => family.GetProperty("family").GetString())
            .ShouldBe(["Stable Diffusion 1.x / 2.x", "SDXL", "FLUX.1", "FLUX.2"]);
        protection.GetProperty("families").EnumerateArray().ShouldAllBe(family => Math.Abs(family.GetProperty("surviving").GetDouble() - 1) < 1e-6);
        protection.GetProperty("grade").GetString().ShouldBe("strong");
    }

    [Fact]
    public void Audit_WithoutTarget_SaysThatTheDirectionIsUnknown()
    {
        using var folder = new TemporaryFolder();
        var first = TestPicture.Save(folder, "in.png", 48, 48, isOpaque: true);
        var second = TestPicture.Save(folder, "other.png", 48, 48, seed: 2, isOpaque: true);

        var run = GlazeRun.Of("audit", first, second);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("no measure of protection");
        run.Output.ShouldContain("bilateral filter, eight times");
        run.Output.ShouldNotContain("of the way to the target");
    }

    [Fact]
    public void Audit_SamePictureTwice_FindsNoCloak()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 40, 40, isOpaque: true);

        var run = GlazeRun.Of("audit", input, input);

        run.Output.ShouldContain("Visible change: none");
        run.Output.ShouldContain("there is no cloak");
    }

    [Fact]
    public void Audit_EncoderFile_IsAskedWithoutBeingInstalled()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 40, 40, isOpaque: true);
        var encoder = folder.Bytes("stranger.safetensors", SyntheticEncoder.Tiny());

        var run = GlazeRun.Of("audit", input, input, "--json", "--encoder", encoder, "glaze-mini-a");

        run.ExitCode.ShouldBe(0, run.Errors);
        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("protection").GetProperty("grade").ValueKind.ShouldBe(JsonValueKind.Null);
        report.RootElement.GetProperty("protection").GetProperty("families").GetArrayLength().ShouldBe(0);
        report.RootElement.GetProperty("protection").GetProperty("encoders").EnumerateArray()
            .Select(entry => entry.GetProperty("encoder").GetString()).Distinct().ShouldBe(["stranger", "glaze-mini-a"]);
    }

    [Theory]
    [InlineData(1, "24×24", "in.png", "small.png")]
    [InlineData(1, "is not the shape of", "in.png", "in.png", "--target", "wide.png")]
    [InlineData(1, "missing.png", "in.png", "missing.png")]
    [InlineData(1, "text.png", "text.png", "in.png")]
    [InlineData(2, "no surrogate encoder named \"nobody\"", "in.png", "in.png", "--encoder", "nobody")]
    [InlineData(1, "missing.safetensors does not exist", "in.png", "in.png", "--encoder", "missing.safetensors")]
    [InlineData(1, "cannot be used as an encoder", "in.png", "in.png", "--encoder", "text.png")]
    public void Audit_WhatDoesNotBelongTogether_IsNamedInOneSentence(int exitCode, string mentioned, params string[] words)
    {
        using var folder = new TemporaryFolder();
        TestPicture.Save(folder, "in.png", 40, 40, isOpaque: true);
        TestPicture.Save(folder, "small.png", 24, 24, isOpaque: true);
        TestPicture.Save(folder, "wide.png", 60, 30, isOpaque: true);
        folder.Text("text.png", "This is a letter, not a picture; nor is it an encoder.");

        var run = GlazeRun.Of(["audit", .. words.Select(word => word.Contains('.', StringComparison.Ordinal) ? folder.File(word) : word)]);

        run.ExitCode.ShouldBe(exitCode);
        run.Errors.Trim().ShouldContain(mentioned);
        run.Errors.Trim().ShouldEndWith(".");
        run.Errors.Trim().Split('\n').Length.ShouldBe(1, run.Errors);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Audit_TargetOfAnotherScale_IsAccepted()
    {
        using var folder = new TemporaryFolder();
        var input = TestPicture.Save(folder, "in.png", 40, 30, isOpaque: true);
        ImageFile.Save(folder.File("target.png"), TestPicture.Create(20, 15, isOpaque: true));

        GlazeRun.Of("audit", input, input, "--target", folder.File("target.png"), "--encoder", "glaze-mini-a").ExitCode.ShouldBe(0);
    }
}
