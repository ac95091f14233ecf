using System.Globalization;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Settings;

namespace Glaze.FakeEngine;

/// <summary>A stand-in for the engine that misbehaves on demand: the first argument is a <see cref="FakeMode"/>, the second its folder of models.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        // A plugin starts its engine as "glaze serve"; then the mode comes from outside.
        var mode = Enum.Parse<FakeMode>(
            arguments[0] == "serve" ? Environment.GetEnvironmentVariable("GLAZE_FAKE_MODE") ?? nameof(FakeMode.Normal) : arguments[0]);
        switch (mode)
        {
            case FakeMode.Host:
                return await HostAsync(arguments.Length > 1 ? arguments[1] : nameof(FakeMode.Normal));
            case FakeMode.ExitAtOnce:
                await Console.Error.WriteLineAsync("fake engine: no reason to live");
                return 3;
            case FakeMode.SlowStart:
                await Task.Delay(TimeSpan.FromMinutes(1));
                return 0;
            default:
                return new FakeServer(mode, Console.OpenStandardInput(), Console.OpenStandardOutput(), arguments.ElementAtOrDefault(1)).Run();
        }
    }

    private static async Task<int> HostAsync(string childMode)
    {
        var client = new EngineClient(new EngineClientOptions { EngineFile = Environment.ProcessPath!, Arguments = [childMode], HeartbeatLimit = TimeSpan.FromMinutes(2) });
        await client.StartAsync();
        if (childMode == nameof(FakeMode.Hang))
        {
            // From its first job on it hears nothing any more, not even the end of its input.
            var deaf = new TaskCompletionSource();
            _ = client.RunAsync(new CloakPicture(1, 1, new byte[4]), CloakSettings.Default, observer: new JobObserver(_ => deaf.TrySetResult()));
            await deaf.Task;
        }

        await Console.Out.WriteLineAsync(client.ProcessId!.Value.ToString(CultureInfo.InvariantCulture));
        await Task.Delay(TimeSpan.FromMinutes(1));
        return 0;
    }
}
