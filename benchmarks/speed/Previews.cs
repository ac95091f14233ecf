using System.Diagnostics;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Benchmarks.Speed;

/// <summary>
/// What the artist waits for, through the plugin's own client and a real engine process: the engine's welcome, the first preview
/// of a new picture (engine warm), and the first preview after the slider moved (same picture).
/// </summary>
internal sealed class Previews(Report report, Options options)
{
    // The dialog's own limit (GlazeConfigForm).
    private const int MaxSide = 1024;

    private static readonly CloakSettings Settings = CloakSettings.Default with { Device = DeviceKind.Cpu };

    public async Task MeasureAsync()
    {
        foreach (var side in (int[])[1024, 4096])
        {
            await MeasureAsync(side);
        }
    }

    private async Task MeasureAsync(int side)
    {
        var start = Stopwatch.GetTimestamp();
        await using var client = new EngineClient(new EngineClientOptions { EngineFile = options.Engine, HeartbeatLimit = TimeSpan.FromMinutes(1) });
        await client.StartAsync();
        if (side == 1024)
        {
            report.Add("preview", "engine started and ready", Stopwatch.GetElapsedTime(start).TotalSeconds, "0.00", "s", "<= 1");
        }

        var picture = MirroredPicture.Create(options.Sample("landscape"), side);
        var (fresh, moved) = (new List<double>(), new List<double>());
        await FirstPreviewAsync(client, Picture(picture.Rgba, side, shift: 128), Settings);
        for (var round = 0; round < (options.IsQuick ? 3 : 5); round++)
        {
            var one = Picture(picture.Rgba, side, shift: round);
            fresh.Add(await TimedAsync(client, one, Settings));
            moved.Add(await TimedAsync(client, one, Settings with { Intensity = 60 + round }));
        }

        Tell($"{side}², new picture, engine warm", fresh);
        Tell($"{side}², slider moved", moved);
    }

    private static async Task<double> TimedAsync(EngineClient client, CloakPicture picture, CloakSettings settings)
    {
        // The dialog computes the hash while the artist reads it; the engine gets to rest after the last cancel.
        _ = picture.Key;
        await Task.Delay(400);
        var start = Stopwatch.GetTimestamp();
        await FirstPreviewAsync(client, picture, settings);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task FirstPreviewAsync(EngineClient client, CloakPicture picture, CloakSettings settings)
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancel = new CancellationTokenSource();
        var options = new PreviewOptions(PixelRectangle.Whole(picture.Width, picture.Height), MaxSide);
        var run = client.RunAsync(picture, settings, options, new JobObserver(Preview: _ => first.TrySetResult()), cancel.Token);
        await Task.WhenAny(first.Task, run);
        await cancel.CancelAsync();
        try
        {
            await run;
        }
        catch (OperationCanceledException)
        {
            // The refinement is not waited for.
        }

        await first.Task;
    }

    // Every shift is another picture to the engine: no answer may come from a picture seen before.
    private static CloakPicture Picture(byte[] rgba, int side, int shift)
    {
        var bgra = new byte[rgba.Length];
        for (var i = 0; i < bgra.Length; i += 4)
        {
            bgra[i] = rgba[i + 2];
            bgra[i + 1] = rgba[i + 1];
            bgra[i + 2] = rgba[i];
            bgra[i + 3] = rgba[i + 3];
        }

        bgra[0] = (byte)shift;
        return new CloakPicture(side, side, bgra);
    }

    private void Tell(string what, List<double> seconds) =>
        report.Add("preview", what, seconds.Median(), "0.00", "s", "<= 2", FormattableString.Invariant($"of {seconds.Count}, worst {seconds.Max():0.00}"));
}
