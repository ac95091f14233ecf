using Glaze.Client.Engine;

namespace Glaze.Client.Tests.Engine;

public sealed class EngineProcessTests
{
    [Fact]
    public async Task Dispose_AfterTheEnd_ClosesThePipes()
    {
        var process = EngineProcess.Start(FakeEngines.File, ["Normal"]);
        var (input, output) = (process.Input, process.Output);
        await process.StopAsync(TimeSpan.FromSeconds(30));

        process.Dispose();

        Should.Throw<ObjectDisposedException>(() => input.WriteByte(0));
        Should.Throw<ObjectDisposedException>(() => output.ReadByte());
        await FakeEngines.ShouldHaveEndedAsync(process.Id);
    }

    [Fact]
    public async Task Dispose_WhileItRuns_EndsIt()
    {
        var process = EngineProcess.Start(FakeEngines.File, ["Normal"]);

        process.Dispose();

        await FakeEngines.ShouldHaveEndedAsync(process.Id);
    }
}
