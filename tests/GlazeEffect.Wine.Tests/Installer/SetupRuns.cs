using System.Diagnostics;
using System.Text;

namespace GlazeEffect.Wine.Tests.Installer;

/// <summary>Runs Setup and its uninstaller silently, and looks at what they leave.</summary>
internal static class SetupRuns
{
    public const string UninstallKey = @"Software\Microsoft\Windows\CurrentVersion\Uninstall\GlazeEffect";
    private const string LogName = @"C:\setup.log";

    /// <summary>Runs Setup.</summary>
    /// <returns>Its exit code and its log.</returns>
    public static async Task<(int ExitCode, string Log)> InstallAsync(this FreshWineScreen screen, string setup, params string[] arguments)
    {
        File.Delete(screen.Path(LogName));
        var exitCode = await screen.RunAsync("wine", [setup, "/S", "/LOG=" + LogName, .. arguments], TimeSpan.FromMinutes(3));
        return (exitCode, await LogAsync(screen));
    }

    /// <summary>Runs the uninstaller, which goes on in a copy of itself after it has returned, and waits for its last word.</summary>
    public static async Task<string> UninstallAsync(this FreshWineScreen screen, string plugin, params string[] arguments)
    {
        File.Delete(screen.Path(LogName));
        (await screen.RunAsync("wine", [plugin + @"\Uninstall.exe", "/S", "/LOG=" + LogName, .. arguments], TimeSpan.FromMinutes(2))).ShouldBe(0);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(1))
        {
            var log = await LogAsync(screen);
            if (log.Contains("Finished", StringComparison.Ordinal) || log.Contains("Refused", StringComparison.Ordinal)
                || log.Contains("Stopped", StringComparison.Ordinal) || log.Contains("is running", StringComparison.Ordinal))
            {
                return log;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The uninstaller said nothing in a minute.");
    }

    /// <summary>The files below a Windows folder, by their paths in it; empty when there is no such folder.</summary>
    public static IReadOnlyList<string> Files(this FreshWineScreen screen, string folder) => Directory.Exists(screen.Path(folder))
        ? [.. Directory.GetFiles(screen.Path(folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(screen.Path(folder), file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A value of the entry in the list of programs; null when there is none.</summary>
    public static async Task<string?> EntryAsync(this FreshWineScreen screen, string root, string value)
    {
        var output = screen.Path(@"C:\entry.reg");
        File.Delete(output);
        await screen.RunAsync("wine", ["reg", "export", $@"{root}\{UninstallKey}", @"C:\entry.reg", "/y"], TimeSpan.FromSeconds(30));
        return File.Exists(output)
            ? (await File.ReadAllLinesAsync(output, Encoding.Unicode)).Where(line => line.StartsWith($"\"{value}\"=", StringComparison.Ordinal)).Select(line => line.Split('"')[3]).FirstOrDefault()
            : null;
    }

    /// <summary>Makes a folder look like Paint.NET's.</summary>
    public static void PlacePaintNet(this FreshWineScreen screen, string folder)
    {
        Directory.CreateDirectory(screen.Path(folder + @"\Effects"));
        File.WriteAllText(screen.Path(folder + @"\paintdotnet.exe"), "a stand-in");
    }

    /// <summary>Removes every folder that a test of Setup works in, so that a failed test leaves nothing to the next.</summary>
    public static void Clear(this FreshWineScreen screen)
    {
        string[] folders =
        [
            @"C:\Program Files\paint.net", @"C:\Editors", @"C:\Tools", screen.LocalAppData + @"\GlazeEffect",
            screen.Documents + @"\paint.net App Files", screen.Documents + @"\paint.net User Files",
        ];
        foreach (var folder in folders.Select(screen.Path).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> LogAsync(FreshWineScreen screen) =>
        File.Exists(screen.Path(LogName)) ? await File.ReadAllTextAsync(screen.Path(LogName), Encoding.Unicode) : "";
}
