using System.Diagnostics;
using Glaze.Client.Engine;
using Glaze.Client.Settings;
using Glaze.Client.Tests.Dialog;
using Glaze.Protocol.Messages;
using Xunit.Abstractions;

namespace Glaze.Client.Tests.Engine;

public sealed class EngineCancelTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    // From the timer's thread over the pool's to the test's own, each of which a busy machine may keep waiting.
    private const int Hops = 3;

    [Theory]
    [InlineData("Slow")]
    [InlineData("IgnoreCancel")]
    [InlineData("DieOnCancel")]
    [InlineData("Hang")]
    public async Task RunAsync_Cancelled_EndsWithin200MillisecondsEveryTime(string mode)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            // The promise is the client's own time: what the machine keeps from everybody at that moment is not counted.
            using var delay = new MachineDelay();
            var took = await CancelAsync(mode);
            output.WriteLine($"{mode}: {took.TotalMilliseconds:0} ms, of which the machine kept {delay.Longest.TotalMilliseconds:0} ms");

            took.ShouldBeLessThan(Limit + (Hops * delay.Longest));
        }
    }

    // No machine is too busy for this one: the clock is the test's.
    [Theory]
    [InlineData("IgnoreCancel")]
    [InlineData("Hang")]
    public async Task RunAsync_CancelIgnored_EndsAtTheLimitAndNotBefore(string mode)
    {
        var clock = new ManualTimeProvider();
        await using var client = new EngineClient(FakeEngines.Options(mode) with { Time = clock, StopLimit = TimeSpan.FromMilliseconds(200) });
        await client.StartAsync();
        using var cancel = new CancellationTokenSource();
        var run = await BeginAsync(client, cancel.Token);
        await cancel.CancelAsync();

        clock.Advance(TimeSpan.FromMilliseconds(149));
        await Task.Delay(20);
        run.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));

        await Should.ThrowAsync<OperationCanceledException>(run);
    }

    [Fact]
    public async Task RunAsync_CancelledBeforehand_OvertakesNobody()
    {
        await using var client = FakeEngines.Client("Slow");
        await client.StartAsync();
        var run = await BeginAsync(client, CancellationToken.None);

        await Should.ThrowAsync<OperationCanceledException>(client.RunAsync(FakeEngines.Picture(), CloakSettings.Default, cancellationToken: new CancellationToken(canceled: true)));

        await run;
        run.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_CancelConfirmed_KeepsTheEngine()
    {
        await using var client = new EngineClient(FakeEngines.Options("Slow") with { CancelLimit = TimeSpan.FromSeconds(10) });
        await client.StartAsync();
        var id = client.ProcessId;
        using var cancel = new CancellationTokenSource();
        var run = await BeginAsync(client, cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        client.ProcessId.ShouldBe(id);
    }

    [Theory]
    [InlineData("IgnoreCancel")]
    [InlineData("Hang")]
    public async Task RunAsync_CancelIgnored_ReplacesTheEngineInTheBackground(string mode)
    {
        await using var client = FakeEngines.Client(mode);
        await client.StartAsync();
        var id = client.ProcessId!.Value;
        using var cancel = new CancellationTokenSource();
        var run = await BeginAsync(client, cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        await FakeEngines.ShouldHaveEndedAsync(id);
        await EngineClientTests.Eventually(() => client.ProcessId is { } now && now != id);
    }

    [Fact]
    public async Task RunAsync_PreviewsCancelledButNotConfirmed_AreReleasedAtOnceAndKeepTheEngineForAWhile()
    {
        await using var client = FakeEngines.Client("IgnoreCancel");
        await client.StartAsync();
        var id = client.ProcessId;
        var preview = new PreviewOptions(PixelRectangle.Whole(20, 10), 16);
        for (var count = 0; count < 8; count++)
        {
            client.ProcessId.ShouldBe(id);
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var cancel = new CancellationTokenSource();
            var run = client.RunAsync(
                FakeEngines.Picture(), CloakSettings.Default, preview, new JobObserver(_ => begun.TrySetResult()), cancel.Token);
            await begun.Task;
            await cancel.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(run);
        }

        await client.StartAsync();

        client.ProcessId.ShouldNotBe(id, "an engine that never answers a cancel is replaced in the end");
    }

    [Fact]
    public async Task RunAsync_CancelledAsTheAnswerComes_NeverCostsTheEngineItsLifeLater()
    {
        var clock = new ManualTimeProvider();
        await using var client = new EngineClient(FakeEngines.Options("Normal") with { Time = clock, CancelLimit = TimeSpan.FromMilliseconds(150) });
        await client.StartAsync();
        var id = client.ProcessId;
        for (var round = 0; round < 60; round++)
        {
            using var cancel = new CancellationTokenSource();
            var run = client.RunAsync(
                FakeEngines.Picture(),
                CloakSettings.Default with { Seed = round },
                observer: new JobObserver(progress => CancelSoon(progress, cancel)),
                cancellationToken: cancel.Token);
            await run.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        // The clock has stood still: what is still set to end the engine would do it now.
        clock.Advance(TimeSpan.FromMilliseconds(151));
        await Task.Delay(50);

        client.ProcessId.ShouldBe(id);

        // The second message of progress is the last word before the answer.
        static void CancelSoon(CloakProgress progress, CancellationTokenSource cancel)
        {
            if (progress.Fraction > 0.5)
            {
                _ = Task.Run(cancel.Cancel);
            }
        }
    }

    [Fact]
    public async Task RunAsync_CancelledWhileTheEngineStarts_EndsAtOnce()
    {
        await using var client = FakeEngines.Client("SlowStart");
        using var cancel = new CancellationTokenSource();
        var run = client.RunAsync(FakeEngines.Picture(), CloakSettings.Default, cancellationToken: cancel.Token);
        await Task.Delay(100);
        var watch = Stopwatch.StartNew();

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task StopAsync_WhileTheEngineStarts_DoesNotWaitForIt()
    {
        await using var client = FakeEngines.Client("SlowStart");
        var start = client.StartAsync();
        await Task.Delay(100);
        var watch = Stopwatch.StartNew();

        await client.StopAsync();

        await Should.ThrowAsync<OperationCanceledException>(start);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task RunAsync_CancelledWhileAHugePictureIsSent_EndsAndTheEngineStaysUsable()
    {
        await using var client = new EngineClient(FakeEngines.Options("Slow") with { CancelLimit = TimeSpan.FromSeconds(10) });
        await client.StartAsync();
        var id = client.ProcessId;
        var huge = FakeEngines.Picture(seed: 4, width: 8192, height: 4096);
        _ = huge.Key;
        using var cancel = new CancellationTokenSource();
        var run = client.RunAsync(huge, CloakSettings.Default, cancellationToken: cancel.Token);
        await Task.Delay(10);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        (await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default)).Bgra.Length.ShouldBe(800);
        client.ProcessId.ShouldBe(id);
    }

    private static async Task<TimeSpan> CancelAsync(string mode)
    {
        await using var client = new EngineClient(FakeEngines.Options(mode) with { StopLimit = TimeSpan.FromMilliseconds(200) });
        await client.StartAsync();
        using var cancel = new CancellationTokenSource();
        var run = await BeginAsync(client, cancel.Token);
        var watch = Stopwatch.StartNew();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(run);
        return watch.Elapsed;
    }

    // Starts a job and waits until the engine has it.
    private static async Task<Task> BeginAsync(EngineClient client, CancellationToken cancellationToken)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = client.RunAsync(
            FakeEngines.Picture(), CloakSettings.Default, observer: new JobObserver(_ => begun.TrySetResult()), cancellationToken: cancellationToken);
        await begun.Task;
        return run;
    }
}
