using System.Diagnostics;

namespace Glaze.Inference.Tests;

public sealed class ModelSessionCpuTests
{
    [Theory]
    [InlineData(16, 16)]
    [InlineData(64, 64)]
    [InlineData(136, 88)]
    [InlineData(256, 256)]
    public void Run_AnyNumberOfThreads_GivesTheSameBytes(int height, int width)
    {
        var oneThread = GradientRun.Compute(height, width, new SessionSettings(Threads: 1));

        foreach (var threads in new[] { 2, 3, 4, 8 })
        {
            GradientRun.Compute(height, width, new SessionSettings(Threads: threads)).ShouldBe(oneThread, $"{threads} threads");
        }
    }

    [Fact]
    public void Run_Twice_GivesTheSameBytes()
    {
        using var session = ModelSession.Create(TestModels.GradientGraph(64, 64), new SessionSettings());

        var first = GradientRun.Compute(session);

        GradientRun.Compute(session).ShouldBe(first);
    }

    [Fact]
    public void Run_GradientGraph_PointsUphill()
    {
        // f(x + h v) − f(x − h v) = 2 h <∇f, v>, with v = ∇f.
        const float step = 1f;
        using var session = ModelSession.Create(TestModels.GradientGraph(32, 32), new SessionSettings(Threads: 1));
        var x = TestModels.Picture(0, session.Inputs[0].ElementCount);
        var target = TestModels.Picture(1, session.Inputs[1].ElementCount);
        var gradient = Step(session, x, target).Gradient;

        var above = Step(session, [.. x.Zip(gradient, (value, slope) => value + (step * slope))], target).Loss;
        var below = Step(session, [.. x.Zip(gradient, (value, slope) => value - (step * slope))], target).Loss;

        var expected = 2 * step * gradient.Sum(slope => slope * slope);
        ((above - below) / expected).ShouldBe(1f, 0.02f);
    }

    [Fact]
    public void Run_CancelledInsideAStep_StopsLongBeforeItsEnd()
    {
        using var session = ModelSession.Create(TestModels.LongChain(400), new SessionSettings(Threads: 1));
        var inputs = new Dictionary<string, float[]> { ["x"] = TestModels.Picture(3, session.Inputs[0].ElementCount) };
        var output = new[] { 42f };
        using var cancellation = new CancellationTokenSource();
        var clock = new Stopwatch();
        using var restart = cancellation.Token.Register(clock.Start);

        cancellation.CancelAfter(TimeSpan.FromMilliseconds(200));
        Should.Throw<OperationCanceledException>(
            () => session.Run(inputs, new Dictionary<string, float[]> { ["y"] = output }, cancellation.Token));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        output[0].ShouldBe(42f);
    }

    [Fact]
    public void Run_AfterACancelledStep_Works()
    {
        using var session = ModelSession.Create(TestModels.LongChain(60), new SessionSettings(Threads: 1));
        var inputs = new Dictionary<string, float[]> { ["x"] = TestModels.Picture(3, session.Inputs[0].ElementCount) };
        var output = new Dictionary<string, float[]> { ["y"] = new[] { float.NaN } };
        using (var cancellation = new CancellationTokenSource())
        {
            var first = Start(session, inputs, output, cancellation.Token);
            WaitUntilBusy(session, inputs, first).ShouldBeTrue();
            cancellation.Cancel();
            Should.Throw<OperationCanceledException>(() => first.GetAwaiter().GetResult());
        }

        session.Run(inputs, output, CancellationToken.None);

        float.IsFinite(output["y"][0]).ShouldBeTrue();
    }

    [Fact]
    public void Run_WhileRunning_IsRefused()
    {
        using var session = ModelSession.Create(TestModels.LongChain(400), new SessionSettings(Threads: 1));
        var inputs = new Dictionary<string, float[]> { ["x"] = TestModels.Picture(3, session.Inputs[0].ElementCount) };
        using var cancellation = new CancellationTokenSource();
        var first = Start(session, inputs, [], cancellation.Token);

        var refused = WaitUntilBusy(session, inputs, first);
        cancellation.Cancel();

        refused.ShouldBeTrue();
        Should.Throw<OperationCanceledException>(() => first.GetAwaiter().GetResult());
    }

    // Asks again when it is refused itself, because WaitUntilBusy asked at the same moment.
    private static Task Start(ModelSession session, Dictionary<string, float[]> inputs, Dictionary<string, float[]> outputs, CancellationToken cancellation)
    {
        return Task.Run(RunOnce, cancellation);

        void RunOnce()
        {
            while (true)
            {
                try
                {
                    session.Run(inputs, outputs, cancellation);
                    return;
                }
                catch (InvalidOperationException)
                {
                    Thread.Yield();
                }
            }
        }
    }

    private static bool WaitUntilBusy(ModelSession session, Dictionary<string, float[]> inputs, Task first) =>
        SpinWait.SpinUntil(() => first.IsCompleted || IsRefused(session, inputs, []), TimeSpan.FromSeconds(20)) && !first.IsCompleted;

    // Asked with a cancelled token, so that a session not yet busy refuses for that reason and does not start.
    private static bool IsRefused(ModelSession session, Dictionary<string, float[]> inputs, Dictionary<string, float[]> outputs)
    {
        try
        {
            session.Run(inputs, outputs, new CancellationToken(canceled: true));
        }
        catch (InvalidOperationException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return false;
    }

    private static (float Loss, float[] Gradient) Step(ModelSession session, float[] x, float[] target)
    {
        var loss = new float[1];
        var gradient = new float[x.Length];
        session.Run(
            new Dictionary<string, float[]> { ["x"] = x, ["target"] = target },
            new Dictionary<string, float[]> { ["loss"] = loss, ["grad_x"] = gradient },
            CancellationToken.None);
        return (loss[0], gradient);
    }
}
