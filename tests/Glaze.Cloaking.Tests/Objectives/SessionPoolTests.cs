using Glaze.Cloaking.Objectives;
using Glaze.Imaging;
using Glaze.Inference;

namespace Glaze.Cloaking.Tests.Objectives;

public sealed class SessionPoolTests
{
    [Fact]
    public void Load_BeforeUse_ChangesNoResult()
    {
        using var cold = TinyEncoder.Sessions();
        using var warm = TinyEncoder.Sessions();
        var image = TestTensors.NormalImage(48, 32, 1);

        warm.Load(48, 32, CancellationToken.None);
        warm.Load(48, 32, CancellationToken.None);

        warm.Latents(image, CancellationToken.None)[0].ShouldBe(cold.Latents(image, CancellationToken.None)[0]);
    }

    [Fact]
    public void Load_Cancelled_SaysSoAndLeavesThePoolUsable()
    {
        using var pool = TinyEncoder.Sessions();
        var image = TestTensors.NormalImage(48, 32, 1);

        Should.Throw<OperationCanceledException>(() => pool.Load(48, 32, new CancellationToken(canceled: true)));

        pool.Latents(image, CancellationToken.None)[0].Length.ShouldBe(4 * 4 * 6);
    }

    [Fact]
    [Trait("Issue", "15")]
    public void Latents_OfManyShapes_KeepTheLastFewOpen()
    {
        using var pool = TinyEncoder.Sessions();

        for (var width = 32; width < 32 + (8 * 3 * SessionPool.MostShapes); width += 8)
        {
            pool.Load(width, 32, CancellationToken.None);
            pool.SessionCount.ShouldBeLessThanOrEqualTo(2 * SessionPool.MostShapes);
        }

        pool.SessionCount.ShouldBe(2 * SessionPool.MostShapes);
    }

    [Fact]
    [Trait("Issue", "15")]
    public void Latents_OfAShapeInUse_StayOpenWhileOthersComeAndGo()
    {
        var opened = new List<string>();
        using var pool = new SessionPool(TinyEncoder.Ensemble(), new SessionSettings(Threads: 1), open: (model, settings) =>
        {
            var session = ModelSession.Create(model, settings);
            opened.Add(session.Inputs[0].ToString()!);
            return session;
        });

        for (var width = 40; width < 40 + (8 * 3 * SessionPool.MostShapes); width += 8)
        {
            pool.Latents(new PlanarImage(32, 32), CancellationToken.None);
            pool.Latents(new PlanarImage(width, 32), CancellationToken.None);
        }

        opened.Count(input => input == opened[0]).ShouldBe(1);
        opened.Count.ShouldBe(1 + (3 * SessionPool.MostShapes));
    }

    [Fact]
    public void Release_Shape_ForgetsItsSessionsAlone()
    {
        using var pool = TinyEncoder.Sessions();
        pool.Load(32, 32, CancellationToken.None);
        pool.Load(40, 32, CancellationToken.None);

        pool.Release(32, 32);
        pool.Release(96, 96);

        pool.SessionCount.ShouldBe(2);
    }

    [Fact]
    public void Load_WithoutTheProvider_SaysWhatTheFirstUseWould()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var pool = new SessionPool(TinyEncoder.Ensemble(), new SessionSettings(ExecutionProvider.DirectMl));

        Should.Throw<ProviderUnavailableException>(() => pool.Load(48, 32, CancellationToken.None));
    }
}
