using System.Globalization;

namespace GlazeEffect.Wine.Tests;

/// <summary>The Windows form of the optional TorchSharp pack.</summary>
[Collection(WineCollection.Name)]
public sealed class TorchPackTests(WineScreen screen) : IDisposable
{
    private const string Device = "libtorch 2.10.0 on the processor";

    private static readonly string Pack = Path.Combine(WineTools.Artifacts, "torch-win-x64");
    private static readonly string Probe = Path.Combine(WineTools.Artifacts, "gradient-probe", "Glaze.GradientProbe.exe");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glaze-torch-");

    public void Dispose() => _folder.Delete(recursive: true);

    [WineFact]
    public async Task Gradient_OfASmallPicture_EqualsOnnxRuntimes()
    {
        var result = Path.Combine(_folder.FullName, "result.txt");

        (await RunAsync(Probe, Windows(Path.Combine(WineTools.Root, "models", "glaze-mini.safetensors")), Windows(result))).ShouldBe(0);

        var words = (await File.ReadAllTextAsync(result)).Split(' ', 2);
        // Two libraries round differently: a ReLU on the other side of zero is worth some 1e-4. Glaze.Torch.Tests holds the tight bound, on pictures.
        double.Parse(words[0], CultureInfo.InvariantCulture).ShouldBeLessThan(1e-3);
        words[1].ShouldBe(Device);
    }

    [WineFact]
    public async Task Devices_OfTheEngineThatShips_ListThePackAsUsable()
    {
        var list = Path.Combine(_folder.FullName, "devices.txt");
        var batch = Path.Combine(_folder.FullName, "devices.cmd");
        await File.WriteAllTextAsync(batch, $"\"{Windows(Path.Combine(WineTools.Plugin, "engine", "glaze.exe"))}\" devices > \"{Windows(list)}\"\r\n");

        (await RunAsync("cmd", "/c", Windows(batch))).ShouldBe(0);

        var lines = await File.ReadAllLinesAsync(list);
        lines.ShouldContain(line => line.StartsWith("torch ", StringComparison.Ordinal) && line.TrimEnd().EndsWith($"{Device} (usable)", StringComparison.Ordinal), string.Join('\n', lines));
    }

    // Intel's OpenMP asks Wine for a call that it lacks, unless it is told not to place its threads.
    private Task<int> RunAsync(string program, params string[] arguments)
    {
        Directory.Exists(Pack).ShouldBeTrue($"'{Pack}' is missing: run ./build.sh --target=Stage first.");
        return screen.RunAsync("wine", [program, .. arguments], TimeSpan.FromMinutes(5), ("GLAZE_TORCH", Windows(Pack)), ("KMP_AFFINITY", "disabled"));
    }

    private static string Windows(string path) => "Z:" + path.Replace('/', '\\');
}
