using System.Diagnostics;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Benchmarks.Memory;

/// <summary>Previews of regions of different sizes through the plugin's own client, as the dialog asks for when it is resized.</summary>
internal static class PreviewRun
{
    // The dialog's own limit (GlazeConfigForm).
    private const int MaxSide = 1024;

    public static async Task<ResidentCurve> MeasureAsync(string engine, int count, int side)
    {
        await using var client = new EngineClient(new EngineClientOptions { EngineFile = engine, HeartbeatLimit = TimeSpan.FromMinutes(2) });
        await client.StartAsync();
        var pixels = Sizes.Picture(2 * side, 2 * side);
        var bgra = new byte[pixels.Rgba.Length];
        pixels.CopyToBgra(bgra);
        var picture = new CloakPicture(pixels.Width, pixels.Height, bgra);
        var settings = CloakSettings.Default with { Device = DeviceKind.Cpu, Quality = RenderQuality.Fast };
        var curve = new ResidentCurve("previews");
        using var process = Process.GetProcessById(client.ProcessId!.Value);
        for (var i = 0; i < count; i++)
        {
            var (width, height) = Sizes.Of(i, side);
            await client.RunAsync(picture, settings, new PreviewOptions(new PixelRectangle(i % side, 0, width, height), MaxSide));
            curve.Add(process);
        }

        return curve;
    }
}
