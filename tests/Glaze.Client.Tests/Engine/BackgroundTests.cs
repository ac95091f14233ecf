using Glaze.Client.Engine;

namespace Glaze.Client.Tests.Engine;

public sealed class BackgroundTests
{
    [Fact]
    public async Task StartThread_BodyThrows_TellsTheHandlerAndEndsTheThreadAlone()
    {
        var told = new TaskCompletionSource<Exception>();

        Background.StartThread("doomed", () => throw new ArgumentException("out of bounds"), told.SetResult);

        (await told.Task.WaitAsync(TimeSpan.FromMinutes(1))).Message.ShouldBe("out of bounds");
    }

    [Fact]
    public async Task Run_WorkFails_TellsTheHandlerTheCause()
    {
        var told = new TaskCompletionSource<Exception>();

        Background.Run(
            async () =>
            {
                await Task.Yield();
                throw new InvalidOperationException("the cause");
            },
            told.SetResult);

        (await told.Task.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBeOfType<InvalidOperationException>().Message.ShouldBe("the cause");
    }

    [Fact]
    public void Guard_HandlerThrowsToo_LetsNothingOut()
    {
        var calls = 0;

        Background.Guard(
            () => throw new InvalidOperationException("first"),
            _ =>
            {
                calls++;
                throw new InvalidOperationException("second");
            });

        calls.ShouldBe(1);
    }
}
