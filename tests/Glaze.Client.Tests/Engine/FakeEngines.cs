using System.Diagnostics;
using System.Globalization;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;

namespace Glaze.Client.Tests.Engine;

/// <summary>Clients of fake engines, with short limits.</summary>
internal static class FakeEngines
{
    public static string File { get; } = Path.Combine(
        AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Glaze.FakeEngine.exe" : "Glaze.FakeEngine");

    public static EngineClientOptions Options(string mode) => new()
    {
        EngineFile = File,
        Arguments = [mode],
        StartLimit = TimeSpan.FromSeconds(60),
        HeartbeatInterval = TimeSpan.FromMilliseconds(200),
        // Short only where the silence is the point: a busy test machine may be silent for seconds.
        HeartbeatLimit = TimeSpan.FromSeconds(mode is "Hang" or "NoHeartbeat" ? 2 : 30),
    };

    public static EngineClient Client(string mode) => new(Options(mode));

    public static CloakPicture Picture(int seed = 1, int width = 20, int height = 10)
    {
        var pixels = new byte[4 * width * height];
        new Random(seed).NextBytes(pixels);
        return new CloakPicture(width, height, pixels);
    }

    /// <summary>Waits until no process with the id runs (a zombie has ended too).</summary>
    public static async Task ShouldHaveEndedAsync(int id)
    {
        for (var watch = Stopwatch.StartNew(); IsRunning(id); await Task.Delay(20))
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), $"process {id} still runs");
        }
    }

    private static bool IsRunning(int id)
    {
        var status = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat");
        if (OperatingSystem.IsLinux())
        {
            try
            {
                return !System.IO.File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
