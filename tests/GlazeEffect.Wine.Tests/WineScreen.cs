using System.Diagnostics;
using System.Text;

namespace GlazeEffect.Wine.Tests;

/// <summary>A virtual screen and a Wine prefix of the project's own.</summary>
public class WineScreen : IAsyncLifetime
{
    // Two new prefixes at the same time get into each other's way: wineboot then ends with 1.
    private static readonly SemaphoreSlim Preparing = new(1, 1);

    private readonly string _name;
    private Process? _server;

    public WineScreen()
        : this("wine")
    {
    }

    private protected WineScreen(string name) => _name = name;

    /// <summary>The screen's name, such as ":5".</summary>
    public string Display { get; private set; } = "";

    private string Loader => Path.Combine(Prefix, "vulkan-loader");

    /// <summary>The folder of the Wine prefix.</summary>
    private protected string Prefix => Path.Combine(WineTools.Artifacts, _name);

    public virtual async Task InitializeAsync()
    {
        if (WineTools.WhyNot is not null)
        {
            return;
        }

        foreach (var folder in new[] { WineTools.Plugin, WineTools.Editor, WineTools.FakeEngine })
        {
            Directory.Exists(folder).ShouldBeTrue($"'{folder}' is missing: run ./build.sh --target=Stage first.");
        }

        _server = Process.Start(new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", "2000x1800x24", "-nolisten", "tcp"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        Display = ":" + (await _server.StandardOutput.ReadLineAsync())!.Trim();
        await Preparing.WaitAsync();
        try
        {
            await PreparePrefixAsync();
        }
        finally
        {
            Preparing.Release();
        }
    }

    public virtual async Task DisposeAsync()
    {
        if (_server is null)
        {
            return;
        }

        await RunAsync("wineserver", ["-k"], TimeSpan.FromSeconds(20));
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    /// <summary>Starts a program with this screen and prefix; it is killed when its time is up.</summary>
    public Process Start(string program, IEnumerable<string> arguments, TimeSpan limit, params (string Name, string Value)[] variables)
    {
        // To nowhere rather than to us: what Wine starts in the background inherits the output, and reading it would wait for that to end.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", "timeout", "-k", "5"]) { UseShellExecute = false };
        string[] command = [((int)limit.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture), program, .. arguments];
        foreach (var argument in command)
        {
            start.ArgumentList.Add(argument);
        }

        // Without a Vulkan loader Wine's Direct3D 12 ends the process; with one and no driver it fails as on a PC without a GPU.
        (string Name, string Value)[] all =
            [("LD_LIBRARY_PATH", Loader), ("VK_ICD_FILENAMES", Path.Combine(Prefix, "no-driver.json")), ("DISPLAY", Display), ("WINEPREFIX", Prefix), ("WINEARCH", "win64"), ("WINEDEBUG", "-all"), ("WINEDLLOVERRIDES", "mshtml="), .. variables];
        foreach (var (name, value) in all)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    public async Task<int> RunAsync(string program, string[] arguments, TimeSpan limit, params (string Name, string Value)[] variables)
    {
        using var process = Start(program, arguments, limit, variables);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Sets the resolution that programs started from now on see: 96 is 100 %.</summary>
    public Task SetDpiAsync(int dpi) => RunAsync(
        "wine",
        ["reg", "add", @"HKCU\Control Panel\Desktop", "/v", "LogPixels", "/t", "REG_DWORD", "/d", dpi.ToString(System.Globalization.CultureInfo.InvariantCulture), "/f"],
        TimeSpan.FromSeconds(60));

    /// <summary>Gives programs started from now on the letters as a language writes them: the same signs look otherwise in Japanese and Chinese.</summary>
    public async Task SetLettersAsync(string language)
    {
        var settings = Registry("Noto Sans CJK " + language switch { "ko" => "KR", "zh-Hans" => "SC", _ => "JP" });
        var done = Path.Combine(Prefix, "prepared");
        if (File.Exists(done) && await File.ReadAllTextAsync(done) == settings)
        {
            return;
        }

        var file = Path.Combine(Prefix, "settings.reg");
        await File.WriteAllTextAsync(file, settings.ReplaceLineEndings("\r\n"), Encoding.ASCII);
        (await RunAsync("wine", ["regedit", "/S", "Z:" + file.Replace('/', '\\')], TimeSpan.FromMinutes(1))).ShouldBe(0);
        await File.WriteAllTextAsync(done, settings);
    }

    /// <summary>Waits until no engine runs on this screen any more.</summary>
    public async Task NoEngineShouldRemainAsync(double seconds)
    {
        var clock = Stopwatch.StartNew();
        while (EngineProcesses().Count > 0 && clock.Elapsed.TotalSeconds < seconds)
        {
            await Task.Delay(50);
        }

        EngineProcesses().ShouldBeEmpty();
    }

    /// <summary>The process ids of engines that run in this prefix.</summary>
    public IReadOnlyList<int> EngineProcesses() => Processes("glaze.exe");

    /// <summary>The process ids of a Windows program that runs in this prefix.</summary>
    public IReadOnlyList<int> Processes(string program)
    {
        var found = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id))
            {
                continue;
            }

            try
            {
                var command = File.ReadAllText(Path.Combine(folder, "cmdline")).Split('\0')[0];
                var isOurs = command.EndsWith(program, StringComparison.OrdinalIgnoreCase)
                    && File.ReadAllText(Path.Combine(folder, "environ")).Split('\0').Contains("WINEPREFIX=" + Prefix);
                if (isOurs)
                {
                    found.Add(id);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
            }
        }

        return found;
    }

    // Fonts with the letters of the language in the place of those Windows has; soft letters; no dialogs about missing parts.
    private static string Registry(string font) => $"""
        REGEDIT4

        [HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\FontSubstitutes]
        "Segoe UI"="{font}"
        "Tahoma"="{font}"
        "MS Shell Dlg"="{font}"
        "MS Shell Dlg 2"="{font}"

        [HKEY_CURRENT_USER\Software\Wine\Fonts\Replacements]
        "Segoe UI"="{font}"
        "Yu Gothic UI"="{font}"
        "Tahoma"="{font}"

        [HKEY_CURRENT_USER\Control Panel\Desktop]
        "FontSmoothing"="2"
        "FontSmoothingType"=dword:00000002
        "FontSmoothingGamma"=dword:00000578
        "FontSmoothingOrientation"=dword:00000001

        [HKEY_CURRENT_USER\Software\Wine\WineDbg]
        "ShowCrashDialog"=dword:00000000
        """;

    private async Task PreparePrefixAsync()
    {
        var done = Path.Combine(Prefix, "prepared");
        var root = Path.Combine(Prefix, "dosdevices", "z:");
        if (File.Exists(done) && !Directory.Exists(root))
        {
            // The build takes it away, because tools that walk through the repository would follow it.
            File.CreateSymbolicLink(root, "/");
        }

        if (File.Exists(done))
        {
            await SetLettersAsync("en");
            return;
        }

        Directory.CreateDirectory(Prefix);
        const string ChromiumLoader = "/usr/lib/chromium/libvulkan.so.1";
        Directory.CreateDirectory(Loader);
        var link = Path.Combine(Loader, "libvulkan.so.1");
        if (File.Exists(ChromiumLoader) && !File.Exists(link))
        {
            File.CreateSymbolicLink(link, ChromiumLoader);
        }

        (await RunAsync("wineboot", ["--init"], TimeSpan.FromMinutes(4), ("WINEDLLOVERRIDES", "mscoree=;mshtml="))).ShouldBe(0);
        const string WindowSymbols = "/usr/share/wine/fonts/marlett.ttf";
        if (File.Exists(WindowSymbols))
        {
            File.Copy(WindowSymbols, Path.Combine(Prefix, "drive_c", "windows", "Fonts", "marlett.ttf"), overwrite: true);
        }

        await File.WriteAllBytesAsync(
            Path.Combine(Prefix, "drive_c", "windows", "system32", "bcryptprimitives.dll"),
            ForwarderDll.Create("bcryptprimitives.dll", "ProcessPrng", "ADVAPI32.SystemFunction036"));
        await SetLettersAsync("en");
    }
}
