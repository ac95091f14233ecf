using System.Diagnostics;
using System.Globalization;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Settings;
using Glaze.Protocol;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Engine;

/// <summary>Every way an engine can fail: a readable sentence, no process left, and the next request works.</summary>
public sealed class EngineFaultTests
{
    [Theory]
    [InlineData("Hang", typeof(EngineHungException), TextKey.EngineHung)]
    [InlineData("NoHeartbeat", typeof(EngineHungException), TextKey.EngineHung)]
    [InlineData("Flood", typeof(ProtocolException), TextKey.EngineGarbled)]
    [InlineData("Garbage", typeof(ProtocolException), TextKey.EngineGarbled)]
    [InlineData("WrongSize", typeof(ProtocolException), TextKey.EngineGarbled)]
    [InlineData("Crash", typeof(EngineExitedException), TextKey.EngineCrashed)]
    public async Task RunAsync_EngineFailsInMidRun_IsToldAndEndedAndReplaced(string mode, Type expected, TextKey sentence)
    {
        var modeNow = new List<string> { mode };
        await using var client = new EngineClient(FakeEngines.Options(mode) with { Arguments = modeNow });
        await client.StartAsync();
        var id = client.ProcessId!.Value;

        var exception = await Should.ThrowAsync<Exception>(() => client.RunAsync(FakeEngines.Picture(), CloakSettings.Default));

        exception.ShouldBeOfType(expected);
        ErrorTexts.For(exception).Key.ShouldBe(sentence);
        await FakeEngines.ShouldHaveEndedAsync(id);
        await ShouldRecoverAsync(client, modeNow);
    }

    [Theory]
    [InlineData("GarbageAtStart", typeof(ProtocolException), TextKey.EngineGarbled)]
    [InlineData("WrongVersion", typeof(EngineStartException), TextKey.EngineWrongVersion)]
    [InlineData("RefuseVersion", typeof(EngineStartException), TextKey.EngineWrongVersion)]
    [InlineData("ExitAtOnce", typeof(EngineExitedException), TextKey.EngineCrashed)]
    [InlineData("SlowStart", typeof(EngineStartException), TextKey.EngineStartTimedOut)]
    public async Task RunAsync_EngineDoesNotComeUp_IsToldAndTheNextRequestWorks(string mode, Type expected, TextKey sentence)
    {
        var modeNow = new List<string> { mode };
        var options = FakeEngines.Options(mode) with { Arguments = modeNow };
        await using var client = new EngineClient(mode == "SlowStart" ? options with { StartLimit = TimeSpan.FromMilliseconds(500) } : options);

        var exception = await Should.ThrowAsync<Exception>(() => client.RunAsync(FakeEngines.Picture(), CloakSettings.Default));

        exception.ShouldBeOfType(expected);
        ErrorTexts.For(exception).Key.ShouldBe(sentence);
        client.ProcessId.ShouldBeNull();
        if (mode != "SlowStart")
        {
            await ShouldRecoverAsync(client, modeNow);
        }
    }

    [Fact]
    public async Task RunAsync_EngineKilledFromOutside_IsToldAndReplaced()
    {
        await using var client = FakeEngines.Client("Slow");
        await client.StartAsync();
        var id = client.ProcessId!.Value;
        var run = client.RunAsync(FakeEngines.Picture(), CloakSettings.Default);

        using (var process = Process.GetProcessById(id))
        {
            process.Kill();
        }

        var exception = await Should.ThrowAsync<EngineExitedException>(run);
        ErrorTexts.For(exception).Key.ShouldBe(TextKey.EngineCrashed);
        (await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default)).Bgra.Length.ShouldBe(800);
    }

    [Fact]
    public async Task RunAsync_Crash_KeepsExitCodeAndLastWords()
    {
        await using var client = FakeEngines.Client("Crash");

        var exception = await Should.ThrowAsync<EngineExitedException>(() => client.RunAsync(FakeEngines.Picture(), CloakSettings.Default));

        exception.ExitCode.ShouldBe(42);
        exception.LastOutput.ShouldContain("out of cheese");
        ErrorTexts.For(exception).Format(CultureInfo.InvariantCulture).ShouldContain("42");
    }

    [Fact]
    public async Task RunAsync_FaultFromTheEngine_IsInItsOwnWordsAndTheEngineGoesOn()
    {
        await using var client = FakeEngines.Client("Fault");

        var exception = await Should.ThrowAsync<EngineFaultException>(() => client.RunAsync(FakeEngines.Picture(), CloakSettings.Default));

        exception.Fault.Code.ShouldBe(FaultCode.ModelCorrupt);
        ErrorTexts.For(exception).Format(CultureInfo.InvariantCulture).ShouldBe("The model file fake.safetensors is damaged; install it again.");
        client.ProcessId.ShouldNotBeNull();
    }

    [Fact]
    public async Task RunAsync_RequestTheProtocolCannotCarry_FailsThatCallAndTheEngineGoesOn()
    {
        await using var client = FakeEngines.Client("Normal");
        await client.StartAsync();
        var id = client.ProcessId;
        var nothing = new CloakPicture(2, 2, new byte[16], new PixelRectangle(0, 0, 0, 0));

        var exception = await Should.ThrowAsync<ArgumentException>(() => client.RunAsync(nothing, CloakSettings.Default));

        exception.Message.ShouldContain("selectionBounds is empty");
        (await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default)).Bgra.Length.ShouldBe(800);
        client.ProcessId.ShouldBe(id);
    }

    [Fact]
    public async Task RunAsync_PreviewOfAnotherPart_IsGarbage()
    {
        await using var client = FakeEngines.Client("WrongRegion");
        var preview = new PreviewOptions(new PixelRectangle(2, 1, 8, 6), 16);

        var exception = await Should.ThrowAsync<ProtocolException>(() => client.RunAsync(FakeEngines.Picture(), CloakSettings.Default, preview));

        exception.Message.ShouldContain("60000");
    }

    [Fact]
    public async Task StartAsync_EngineMissing_NamesTheFile()
    {
        await using var client = new EngineClient(EngineClientOptions.ForPlugin(Path.Combine(Path.GetTempPath(), "no such plugin"), "en"));

        var exception = await Should.ThrowAsync<EngineStartException>(() => client.StartAsync());

        exception.Failure.ShouldBe(EngineStartFailure.Missing);
        ErrorTexts.For(exception).Format(CultureInfo.InvariantCulture).ShouldContain(Path.Combine("no such plugin", "engine", "glaze"));
    }

    [Fact]
    public async Task StartAsync_FileThatIsNoProgram_IsNotStartable()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "not a program");
        await using var client = new EngineClient(FakeEngines.Options("Normal") with { EngineFile = file });

        var exception = await Should.ThrowAsync<EngineStartException>(() => client.StartAsync());

        File.Delete(file);
        exception.Failure.ShouldBe(EngineStartFailure.NotStartable);
    }

    [Fact]
    public async Task StopAsync_EngineThatIgnoresTheEndOfItsInput_IsKilled()
    {
        await using var client = new EngineClient(FakeEngines.Options("Hang") with { HeartbeatLimit = TimeSpan.FromMinutes(1), StopLimit = TimeSpan.FromMilliseconds(300) });
        await client.StartAsync();
        var id = client.ProcessId!.Value;
        var run = client.RunAsync(FakeEngines.Picture(), CloakSettings.Default);
        await Task.Delay(200);

        await client.StopAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        await FakeEngines.ShouldHaveEndedAsync(id);
    }

    [Fact]
    public async Task Engine_HostKilled_EndsBecauseItsInputCloses()
    {
        using var host = Process.Start(new ProcessStartInfo(FakeEngines.File, ["Host"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var id = int.Parse((await host.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);

        host.Kill(entireProcessTree: false);

        await FakeEngines.ShouldHaveEndedAsync(id);
    }

    private static async Task ShouldRecoverAsync(EngineClient client, List<string> mode)
    {
        mode[0] = "Normal";

        // A background restart may already have begun in the old mode: it is allowed to fail once more.
        for (var isFirstTry = true; ; isFirstTry = false)
        {
            try
            {
                (await client.RunAsync(FakeEngines.Picture(), CloakSettings.Default)).Bgra.Length.ShouldBe(800);
                return;
            }
            catch (EngineHungException) when (isFirstTry)
            {
            }
        }
    }
}
