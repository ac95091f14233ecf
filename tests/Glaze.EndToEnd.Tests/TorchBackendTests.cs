using System.Diagnostics;
using System.Text.Json.Nodes;
using Glaze.Imaging;
using Glaze.TestKit;
using Xunit.Abstractions;

namespace Glaze.EndToEnd.Tests;

/// <summary>The command line with the optional pack.</summary>
public sealed class TorchBackendTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string Engine = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "glaze.exe" : "glaze");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glaze-torch-");

    public void Dispose() => _folder.Delete(recursive: true);

    [FactIfTorchPack]
    public async Task Cloak_OnTheOtherBackend_MovesThePictureAsFar()
    {
        var picture = Path.Combine(_folder.FullName, "picture.png");
        ImageFile.Save(picture, Corner(ImageFile.Load(Path.Combine(Repository.Root, "samples", "landscape.png")).Pixels, 96, 80));

        var own = await CloakAsync(picture, "cpu");
        var torch = await CloakAsync(picture, "torch");

        ((string)torch["device"]!["used"]!).ShouldBe("torch");
        ((string)torch["device"]!["name"]!).ShouldStartWith("libtorch ");
        foreach (var (expected, actual) in Shifts(own).Zip(Shifts(torch)))
        {
            output.WriteLine($"shift {expected:0.0000} on ONNX Runtime, {actual:0.0000} on TorchSharp");
            actual.ShouldBe(expected, 0.02 * expected);
        }
    }

    [Fact]
    public async Task Cloak_PackNotInstalled_IsOneSentence()
    {
        var (code, _, errors) = await RunAsync(
            Path.Combine(_folder.FullName, "nothing"), "cloak", "picture.png", "-o", "cloaked.png", "--device", "torch");

        code.ShouldBe(1);
        errors.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith("TorchSharp's pack is not installed: unpack glaze-torch into ");
    }

    [FactIfTorchPack]
    public async Task Devices_PackInstalled_ListsItAsUsable()
    {
        var (code, lines, _) = await RunAsync(FactIfTorchPackAttribute.Pack, "devices");

        code.ShouldBe(0);
        lines.Split('\n').ShouldContain(line => line.StartsWith("torch ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("(usable)", StringComparison.Ordinal));
    }

    private static PixelBuffer Corner(PixelBuffer whole, int width, int height)
    {
        var corner = new PixelBuffer(width, height);
        for (var y = 0; y < height; y++)
        {
            whole.Rgba.AsSpan(4 * y * whole.Width, 4 * width).CopyTo(corner.Rgba.AsSpan(4 * y * width));
        }

        return corner;
    }

    private static IEnumerable<double> Shifts(JsonNode report)
    {
        var encoders = report["pictures"]![0]!["protection"]!["encoders"]!.AsArray();
        encoders.ShouldNotBeEmpty();
        return encoders.Select(encoder => (double)encoder!["shift"]!);
    }

    private async Task<JsonNode> CloakAsync(string picture, string device)
    {
        var report = Path.Combine(_folder.FullName, device + ".json");
        var (code, _, errors) = await RunAsync(
            FactIfTorchPackAttribute.Pack,
            "cloak", picture, "-o", Path.Combine(_folder.FullName, device + ".png"), "--device", device, "--style", "mosaic-tesserae", "--quality", "fast", "--threads", "1",
            "--report", report);
        code.ShouldBe(0, errors);
        return JsonNode.Parse(await File.ReadAllTextAsync(report))!;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string pack, params string[] arguments)
    {
        var start = new ProcessStartInfo(Engine, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["GLAZE_TORCH"] = pack;
        using var engine = Process.Start(start)!;
        var lines = engine.StandardOutput.ReadToEndAsync();
        var errors = engine.StandardError.ReadToEndAsync();
        await engine.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(8));
        return (engine.ExitCode, await lines, await errors);
    }
}
