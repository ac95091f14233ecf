using Glaze.Cloaking.Objectives;
using Glaze.Inference;

namespace Glaze.Cloaking.Tests.Objectives;

public sealed class SessionPoolTests
{
    [Fact]
    public void Load_BeforeUse_ChangesNoResult()
    {
        using var cold = TinyEncoder.Sessions();
        using var warm = TinyEncoder.Sessions();
        var image = TestTensors.Normal(3 * 32 * 48, 1);

        warm.Load(32, 48, CancellationToken.None);
        warm.Load(32, 48, CancellationToken.None);

        warm.Latents(image, 32, 48, CancellationToken.None)[0].ShouldBe(cold.Latents(image, 32, 48, CancellationToken.None)[0]);
    }

    [Fact]
    public void Load_Cancelled_SaysSoAndLeavesThePoolUsable()
    {
        using var pool = TinyEncoder.Sessions();
        var image = TestTensors.Normal(3 * 32 * 48, 1);

        Should.Throw<OperationCanceledException>(() => pool.Load(32, 48, new CancellationToken(canceled: true)));

        pool.Latents(image, 32, 48, CancellationToken.None)[0].Length.ShouldBe(4 * 4 * 6);
    }

    [Fact]
    public void Load_WithoutTheProvider_SaysWhatTheFirstUseWould()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var pool = new SessionPool(TinyEncoder.Ensemble(), new SessionSettings(ExecutionProvider.DirectMl));

        Should.Throw<ProviderUnavailableException>(() => pool.Load(32, 48, CancellationToken.None));
    }
}
