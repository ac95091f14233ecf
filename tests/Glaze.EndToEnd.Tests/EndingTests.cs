using System.Diagnostics;
using System.Globalization;
using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.EndToEnd.Tests;

/// <summary>The real serving process ends when the system asks it to.</summary>
[Trait("Issue", "15")]
public sealed class EndingTests : IDisposable
{
    private readonly CleanMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("TERM", false)]
    [InlineData("INT", false)]
    [InlineData("TERM", true)]
    public async Task Serve_SignalToEnd_EndsThoughItsInputIsOpen(string signal, bool isWorking)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = _machine.Start(new Dictionary<string, string>(StringComparer.Ordinal), "serve");
        var errors = process.StandardError.ReadToEndAsync();
        var writer = new FrameWriter(process.StandardInput.BaseStream);
        var reader = new MessageReader(process.StandardOutput.BaseStream);
        writer.Write(new Hello(ProtocolVersion.Current, "test", "en"));
        reader.Read()!.Message.ShouldBeOfType<Welcome>();
        if (isWorking)
        {
            writer.Write(NothingLeftBehindTests.Request(256));
            writer.WritePixels(1, PixelPlane.Original, Enumerable.Range(0, 4 * 256 * 256).Select(i => (byte)(i % 4 == 3 ? 255 : i * 31)).ToArray());
            reader.Read()!.Message.ShouldBeOfType<CloakProgress>();
        }

        Signal(process, signal);
        var hasEnded = process.WaitForExit(TimeSpan.FromSeconds(30));
        if (!hasEnded)
        {
            process.Kill();
        }

        hasEnded.ShouldBeTrue();
        process.ExitCode.ShouldBe((int)EngineExitCode.Done, await errors);
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }
}
