using System.Collections.Concurrent;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Engine;

public sealed class EngineClientTests
{
    private static readonly PreviewOptions Preview = new(new PixelRectangle(0, 0, 8, 6), 16);

    [Fact]
    public async Task RunAsync_FinalJob_GivesTheCloakedPicture()
    {
        await using var client = FakeEngines.Client("Normal");
        var picture = new CloakPicture(20, 10, new byte[800], new PixelRectangle(2, 3, 1, 1));
        var fractions = new ConcurrentQueue<double>();

        var output = await client.RunAsync(picture, CloakSettings.Default, observer: new JobObserver(progress => fractions.Enqueue(progress.Fraction)));

        output.Result.Style.ShouldBe("dots");
        output.Bgra.Select(value => (int)value).Sum().ShouldBe(1);
        output.Bgra[4 * ((3 * 20) + 2)].ShouldBe((byte)1);
        fractions.ShouldBe(fractions.Order());
        fractions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task RunAsync_Preview_ShowsUpdatesBeforeTheResult()
    {
        await using var client = FakeEngines.Client("Normal");
        var previews = new ConcurrentQueue<PreviewPicture>();

        var output = await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default, Preview, new JobObserver(Preview: previews.Enqueue));

        previews.Count.ShouldBe(2);
        previews.ShouldAllBe(preview => preview.Bgra.Length == 48 && preview.Width == 4);
        output.Result.Scale.ShouldBe(0.5);
    }

    [Fact]
    public async Task RunAsync_SamePictureAgain_SendsItOnce()
    {
        await using var client = FakeEngines.Client("Normal");

        var first = await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default);
        var id = client.ProcessId;
        var second = await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default with { Intensity = 70 });
        var other = await client.RunAsync(FakeEngines.Picture(seed: 2), CloakSettings.Default);

        first.Result.Surrogates.ShouldBe(["sent"]);
        second.Result.Surrogates.ShouldBe(["held"]);
        second.Bgra.ShouldBe(first.Bgra);
        other.Result.Surrogates.ShouldBe(["sent"]);
        client.ProcessId.ShouldBe(id, "one engine serves them all");
    }

    [Fact]
    public async Task RunAsync_EngineForgotThePicture_SendsItAgain()
    {
        await using var client = FakeEngines.Client("Forgetful");
        await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default);

        var output = await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default);

        output.Result.Surrogates.ShouldBe(["sent"]);
    }

    [Fact]
    public async Task RunAsync_SixteenMegapixels_ArriveWhole()
    {
        await using var client = FakeEngines.Client("Normal");
        var picture = FakeEngines.Picture(seed: 3, width: 4096, height: 4096);

        var output = await client.RunAsync(picture, CloakSettings.Default);

        output.Bgra.Length.ShouldBe(picture.Bgra.Length);
        output.Bgra[1..4].ShouldBe(picture.Bgra[1..4]);
        output.Bgra[^4].ShouldBe((byte)(picture.Bgra[^4] + 1));
    }

    [Fact]
    public async Task RunAsync_NewerRequest_CancelsTheOlderOne()
    {
        await using var client = FakeEngines.Client("Slow");
        await client.StartAsync();
        var older = client.RunAsync(FakeEngines.Picture(), CloakSettings.Default);

        var newer = await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default with { Intensity = 1 }, Preview);

        await Should.ThrowAsync<OperationCanceledException>(older);
        newer.Result.Scale.ShouldBe(0.5);
    }

    [Fact]
    public async Task RunAsync_FiftyQuickChanges_OnlyTheLastCounts()
    {
        await using var client = FakeEngines.Client("Slow");
        var id = (await client.StartAsync(), client.ProcessId).ProcessId;

        var runs = Enumerable.Range(0, 50).Select(intensity => client.RunAsync(FakeEngines.Picture(), CloakSettings.Default with { Intensity = intensity }, Preview)).ToList();
        var last = await runs[^1];

        last.Result.Scale.ShouldBe(0.5);
        foreach (var run in runs.SkipLast(1))
        {
            await Should.ThrowAsync<OperationCanceledException>(run);
        }

        client.ProcessId.ShouldBe(id, "no new session per change");
    }

    [Fact]
    public async Task PaintStylesAsync_Always_SplitsThePixelsByStyle()
    {
        await using var client = FakeEngines.Client("Normal");

        var pictures = await client.PaintStylesAsync(64);

        pictures.Select(picture => picture.Style).ShouldBe(["ukiyo-e", "dots"]);
        pictures[0].Bgra.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
        pictures[1].Bgra.ShouldBe([8, 9, 10, 11, 12, 13, 14, 15]);
        pictures[1].Height.ShouldBe(2);
    }

    [Fact]
    public async Task State_FromStartToStop_PassesEveryNamedState()
    {
        await using var client = FakeEngines.Client("Normal");
        var states = new ConcurrentQueue<EngineState>();
        client.StateChanged += (_, _) => states.Enqueue(client.State);

        await client.StartAsync();
        await Eventually(() => client.State == EngineState.Running);
        var id = client.ProcessId!.Value;
        await client.StopAsync();

        states.ShouldBe([EngineState.Starting, EngineState.Running, EngineState.Stopping, EngineState.Stopped]);
        await FakeEngines.ShouldHaveEndedAsync(id);
    }

    [Fact]
    public async Task State_RightAfterTheStart_IsRunning()
    {
        for (var start = 0; start < 5; start++)
        {
            await using var client = FakeEngines.Client("Normal");

            await client.StartAsync();

            client.State.ShouldBe(EngineState.Running);
        }
    }

    [Fact]
    public async Task StateChanged_HandlerThrows_HarmsNobody()
    {
        await using var client = FakeEngines.Client("Normal");
        client.StateChanged += (_, _) => throw new InvalidOperationException("a handler of the host");

        (await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default)).Bgra.Length.ShouldBe(800);
        await client.StopAsync();

        client.State.ShouldBe(EngineState.Stopped);
    }

    [Fact]
    public async Task LastWelcome_EngineStopped_IsStillThere()
    {
        await using var client = FakeEngines.Client("Normal");
        client.LastWelcome.ShouldBeNull();
        await client.StartAsync();

        await client.StopAsync();

        client.Welcome.ShouldBeNull();
        client.LastWelcome.ShouldNotBeNull().Styles.Count.ShouldBe(2);
    }

    [Fact]
    public async Task DisposeAsync_JobUnderWay_CancelsItAndLeavesNoProcess()
    {
        var client = FakeEngines.Client("Slow");
        await client.StartAsync();
        var id = client.ProcessId!.Value;
        var run = client.RunAsync(FakeEngines.Picture(), CloakSettings.Default);

        await client.DisposeAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        await FakeEngines.ShouldHaveEndedAsync(id);
        await Should.ThrowAsync<ObjectDisposedException>(() => client.StartAsync());
    }

    [Fact]
    public async Task IdleLimit_NoRequest_StopsTheEngineAndTheNextRequestStartsIt()
    {
        await using var client = new EngineClient(FakeEngines.Options("Normal") with { IdleLimit = TimeSpan.FromMilliseconds(300) });
        await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default);
        await Eventually(() => client.State == EngineState.Stopped);

        (await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default)).Result.Surrogates.ShouldBe(["sent"]);
    }

    [Fact]
    public async Task RunAsync_EngineWritesItsLogWithoutEnd_IsNotHeldUp()
    {
        await using var client = FakeEngines.Client("NoisyLog");

        (await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default)).Bgra.Length.ShouldBe(800);
    }

    internal static async Task Eventually(Func<bool> holds)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); !holds(); await Task.Delay(10))
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }
    }
}
