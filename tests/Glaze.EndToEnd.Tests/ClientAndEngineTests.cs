using System.Diagnostics;
using System.Globalization;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;
using Xunit.Abstractions;

namespace Glaze.EndToEnd.Tests;

/// <summary>The plugin's side and the real engine, over real pipes.</summary>
public sealed class ClientAndEngineTests(ITestOutputHelper output) : IAsyncLifetime, IAsyncDisposable
{
    private static readonly CloakSettings Fast = CloakSettings.Default with { Quality = RenderQuality.Fast, Device = DeviceKind.Cpu };

    private readonly EngineClient _client = new(new EngineClientOptions
    {
        EngineFile = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "glaze.exe" : "glaze"),
        StartLimit = TimeSpan.FromMinutes(2),
        HeartbeatLimit = TimeSpan.FromMinutes(1),
    });

    public Task InitializeAsync() => _client.StartAsync();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public void Welcome_Always_ListsStylesDevicesAndAnInstalledSurrogate()
    {
        var welcome = _client.Welcome.ShouldNotBeNull();

        welcome.Styles.Count.ShouldBeGreaterThanOrEqualTo(16);
        welcome.Devices.ShouldContain(device => device.Kind == DeviceKind.Cpu);
        welcome.Surrogates.ShouldContain(surrogate => surrogate.Installed);
    }

    [Fact]
    public void Engine_WhileItRuns_HasNoNameByWhichOthersCouldReachIt()
    {
        var id = _client.ProcessId!.Value.ToString(CultureInfo.InvariantCulture);

        Directory.EnumerateFileSystemEntries(Path.GetTempPath())
            .Select(path => Path.GetFileName(path))
            .Where(name => name.StartsWith($"dotnet-diagnostic-{id}-", StringComparison.Ordinal) || name.StartsWith($"clr-debug-pipe-{id}-", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_SelectionAndAlpha_ChangesSelectedColoursOnly()
    {
        var bounds = new PixelRectangle(16, 8, 64, 48);
        var mask = Enumerable.Range(0, 64 * 48).Select(index => (byte)(index % 64 < 32 ? 255 : 0)).ToArray();
        var picture = new CloakPicture(96, 80, Bgra(96, 80), bounds, mask);

        var cloaked = await _client.RunAsync(picture, Fast);

        var changed = 0;
        for (var pixel = 0; pixel < 96 * 80; pixel++)
        {
            var (x, y) = (pixel % 96, pixel / 96);
            var isSelected = x is >= 16 and < 48 && y is >= 8 and < 56;
            var before = picture.Bgra.AsSpan(4 * pixel, 4);
            var after = cloaked.Bgra.AsSpan(4 * pixel, 4);
            after[3].ShouldBe(before[3]);
            changed += before.SequenceEqual(after) ? 0 : 1;
            (isSelected || before.SequenceEqual(after)).ShouldBeTrue($"pixel {x}, {y} is not selected");
        }

        changed.ShouldBeGreaterThan(100);
        cloaked.Result.Style.ShouldNotBe("auto");
        cloaked.Result.Protection.ShouldNotBeNull();
    }

    [Fact]
    public async Task RunAsync_CancelledWhileComputing_EndsInTimeAndTheNextJobWorks()
    {
        var picture = new CloakPicture(512, 512, Bgra(512, 512));
        await _client.RunAsync(new CloakPicture(64, 64, Bgra(64, 64)), Fast);
        for (var tries = 0; tries < 3; tries++)
        {
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var cancel = new CancellationTokenSource();
            var run = _client.RunAsync(
                picture,
                Fast with { Quality = RenderQuality.Best, Seed = tries },
                observer: new JobObserver(progress => _ = progress.Stage == CloakStage.Optimizing && begun.TrySetResult()),
                cancellationToken: cancel.Token);
            await begun.Task.WaitAsync(TimeSpan.FromMinutes(3));
            var id = _client.ProcessId;
            using var delay = new MachineDelay();
            var watch = Stopwatch.StartNew();
            await cancel.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(run);
            var (took, kept) = (watch.Elapsed, delay.Longest);
            await Task.Delay(300);
            output.WriteLine(
                $"cancelled in {took.TotalMilliseconds:0} ms, of which the machine kept {kept.TotalMilliseconds:0} ms; engine {(id == _client.ProcessId ? "kept" : "replaced")}");

            // From the timer's thread over the pool's to the test's own, each of which a busy machine may keep waiting.
            took.ShouldBeLessThan(TimeSpan.FromMilliseconds(200) + (3 * kept));
        }

        (await _client.RunAsync(new CloakPicture(64, 64, Bgra(64, 64)), Fast)).Bgra.Length.ShouldBe(64 * 64 * 4);
    }

    [Fact]
    public async Task RunAsync_Preview_IsShownBeforeItIsRefined()
    {
        var picture = new CloakPicture(1024, 1024, Bgra(1024, 1024));
        await _client.RunAsync(new CloakPicture(64, 64, Bgra(64, 64)), Fast);
        var watch = Stopwatch.StartNew();
        var first = new TaskCompletionSource<PreviewPicture>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var cancel = new CancellationTokenSource();

        var run = _client.RunAsync(
            picture, Fast, new PreviewOptions(PixelRectangle.Whole(1024, 1024), 512), new JobObserver(Preview: preview => first.TrySetResult(preview)), cancel.Token);
        var coarse = await first.Task.WaitAsync(TimeSpan.FromMinutes(2));
        output.WriteLine($"first preview after {watch.Elapsed.TotalMilliseconds:0} ms, {coarse.Width}x{coarse.Height}");
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        Math.Max(coarse.Width, coarse.Height).ShouldBeLessThanOrEqualTo(512);
        coarse.Change.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0, 0, 96, 80)]
    [InlineData(13, 7, 61, 43)]
    public async Task RunAsync_PreviewThatHardlyChanges_IsTheDialogsOwnPictureOfTheOriginal(int x, int y, int width, int height)
    {
        var region = new PixelRectangle(x, y, width, height);
        var picture = new CloakPicture(96, 80, Bgra(96, 80));

        var preview = await _client.RunAsync(picture, Fast with { Intensity = 0 }, new PreviewOptions(region, 32));

        // Laid over each other in the dialog, two ways of shrinking would look like a cloak; intensity 0 moves a value by two levels at most.
        var own = AreaSampler.Shrink(picture.Bgra, 96, region, preview.Result.Width, preview.Result.Height, CancellationToken.None);
        preview.Bgra.Length.ShouldBe(own.Length);
        preview.Bgra.Zip(own).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 2);
        Math.Max(preview.Result.Width, preview.Result.Height).ShouldBe(32);
    }

    [Fact]
    public async Task Process_KilledInMidRun_IsToldAndReplaced()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = _client.RunAsync(
            new CloakPicture(512, 512, Bgra(512, 512)), Fast with { Quality = RenderQuality.Best }, observer: new JobObserver(_ => begun.TrySetResult()));
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(2));

        using (var process = Process.GetProcessById(_client.ProcessId!.Value))
        {
            process.Kill();
        }

        var exception = await Should.ThrowAsync<EngineExitedException>(run);
        Glaze.Client.Engine.ErrorTexts.For(exception).Format(CultureInfo.InvariantCulture).ShouldContain("Your picture is unchanged");
        (await _client.RunAsync(new CloakPicture(64, 64, Bgra(64, 64)), Fast)).Bgra.Length.ShouldBe(64 * 64 * 4);
    }

    // Soft blobs with some texture and every alpha.
    private static byte[] Bgra(int width, int height)
    {
        var pixels = new byte[4 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = (i % width, i / width);
            pixels[4 * i] = (byte)(128 + (90 * Math.Sin(x * 0.11)) + (30 * Math.Sin(y * 1.7)));
            pixels[(4 * i) + 1] = (byte)(128 + (90 * Math.Sin((x + y) * 0.07)) + (30 * Math.Cos(x * 1.3)));
            pixels[(4 * i) + 2] = (byte)(128 + (90 * Math.Cos(y * 0.09)) + (30 * Math.Sin((x - y) * 1.1)));
            pixels[(4 * i) + 3] = (byte)(255 - (x % 4 == 0 ? y % 256 : 0));
        }

        return pixels;
    }
}
