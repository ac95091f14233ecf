using System.Diagnostics;
using System.Globalization;

namespace GlazeEffect.Wine.Tests;

/// <summary>A running stand-in editor with the plugin in its Effects folder, watched through its log and driven by mouse and keys.</summary>
internal sealed class EditorSession : IAsyncDisposable
{
    private const string Menu = "EditorWindow/menu/effects";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly WineScreen _screen;
    private readonly Process _process;
    private readonly string _folder;
    private readonly string _picture;

    private EditorSession(WineScreen screen, Process process, string folder)
    {
        _screen = screen;
        _process = process;
        _folder = folder;
        _picture = Path.Combine(folder, "art.layers");
    }

    /// <summary>Every event so far.</summary>
    public IReadOnlyList<EditorEvent> Events => ReadEvents();

    /// <summary>Starts an editor and waits for its window.</summary>
    public static async Task<EditorSession> StartAsync(WineScreen screen, string name, EditorOptions options)
    {
        var folder = Path.Combine(WineTools.Artifacts, "wine-runs", name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (options.InstalledIn is null)
        {
            InstallPlugin(Path.Combine(folder, "Effects", "GlazeEffect"), options.FakeMode);
        }

        Directory.CreateDirectory(folder);
        await screen.SetLettersAsync(options.Language);
        options.Picture.Save(Path.Combine(folder, "art.layers"));
        if (options.HasBrokenUserFolder)
        {
            // A file where a folder should be: every write below it fails, whoever runs the tests.
            await File.WriteAllTextAsync(Path.Combine(folder, "user"), "");
        }

        string[] arguments =
        [
            "explorer", $"/desktop={name},{options.Desktop}",
            options.InstalledIn is { } place ? place + @"\paintdotnet.exe" : Windows(Path.Combine(WineTools.Editor, "GlazeEffect.StandInEditor.exe")),
            Windows(Path.Combine(folder, "art.layers")), "--log", Windows(Path.Combine(folder, "events.log")),
            "--effects", options.InstalledIn is { } home ? home + @"\Effects" : Windows(Path.Combine(folder, "Effects")),
            "--user-files", options.UserFiles ?? Windows(Path.Combine(folder, "user")),
            "--language", options.Language, "--theme", options.Theme,
        ];
        var process = screen.Start("wine", arguments, TimeSpan.FromMinutes(6), [("GLAZE_FAKE_MODE", options.FakeMode ?? ""), .. options.Variables]);
        var session = new EditorSession(screen, process, folder);
        await session.WaitAsync("ready", TimeSpan.FromSeconds(90));
        return session;
    }

    /// <summary>Goes through the menu to the dialog, and waits until its controls can be used.</summary>
    public async Task OpenDialogAsync()
    {
        await BeginDialogAsync();
        await WaitForControlAsync("GlazeConfigForm/status", text => !text.StartsWith("Reading", StringComparison.Ordinal) && !text.StartsWith("レイヤー", StringComparison.Ordinal));
    }

    /// <summary>Goes through the menu to the dialog; the layer may still be read.</summary>
    public async Task BeginDialogAsync()
    {
        var opened = Events.Count(e => e.Name == "dialog-opening");
        await ClickAsync(Menu);
        await ClickAsync(Menu + "/submenu-", isPrefix: true);
        await ClickAsync(Menu + "/submenu-", isPrefix: true, deeper: true);
        await WaitAsync(events => events.Count(e => e.Name == "dialog-opening") > opened, "the dialog to open", Patience);
        await WaitForControlAsync("GlazeConfigForm/cancel", _ => true);
    }

    /// <summary>Clicks the middle of a control where the log last saw it.</summary>
    public async Task ClickAsync(string control, bool isPrefix = false, bool deeper = false)
    {
        var (x, y) = await CenterAsync(control, isPrefix, deeper);
        await XdoAsync("mousemove", x, y, "sleep", "0.05", "click", "1");
    }

    /// <summary>Presses a mouse button on a control and keeps it down.</summary>
    public async Task PressAsync(string control)
    {
        var (x, y) = await CenterAsync(control, isPrefix: false, deeper: false);
        await XdoAsync("mousemove", x, y, "sleep", "0.05", "mousedown", "1");
    }

    /// <summary>Presses a mouse button at a share of a control's width, and keeps it down.</summary>
    public async Task PressAsync(string control, double share)
    {
        await BoxAsync(control, isPrefix: false, deeper: false);
        await MoveAsync(control, share);
        await XdoAsync("sleep", "0.05", "mousedown", "1");
    }

    /// <summary>Moves the mouse to a share of a control's width, whatever is pressed.</summary>
    public async Task MoveAsync(string control, double share)
    {
        var state = LastState(Events, control)![0].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        await XdoAsync("mousemove", ((int)(state[0] + (state[2] * share))).ToString(CultureInfo.InvariantCulture), (state[1] + (state[3] / 4)).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Lets the mouse button go.</summary>
    public Task ReleaseAsync() => XdoAsync("mouseup", "1");

    /// <summary>Drags from one share of a control's width to another, in small steps.</summary>
    public async Task DragAsync(string control, double from, double to, int steps)
    {
        var box = await BoxAsync(control, isPrefix: false, deeper: false);
        string X(double share) => ((int)(box.X + (box.Width * share))).ToString(CultureInfo.InvariantCulture);
        var y = (box.Y + (box.Height / 4)).ToString(CultureInfo.InvariantCulture);
        List<string> commands = ["mousemove", X(from), y, "sleep", "0.05", "mousedown", "1"];
        for (var i = 1; i <= steps; i++)
        {
            commands.AddRange(["mousemove", X(from + ((to - from) * i / steps)), y, "sleep", "0.02"]);
        }

        await XdoAsync([.. commands, "mouseup", "1"]);
    }

    /// <summary>Presses keys, such as "ctrl+z".</summary>
    public Task KeyAsync(params string[] keys) => XdoAsync(["key", "--clearmodifiers", .. keys]);

    /// <summary>Saves with Ctrl+S and reads what was saved. The keys are pressed again where a closing dialog swallowed them.</summary>
    public async Task<TestPicture> SaveAsync()
    {
        const int Attempts = 5;
        var saved = Events.Count(e => e.Name == "saved");
        for (var attempt = 1; ; attempt++)
        {
            await KeyAsync("ctrl+s");
            try
            {
                await WaitAsync(events => events.Count(e => e.Name == "saved") > saved, "the picture to be saved", TimeSpan.FromSeconds(5));
                return TestPicture.Load(_picture + ".saved.layers");
            }
            catch (TimeoutException) when (attempt < Attempts && !_process.HasExited)
            {
                // Pressed again.
            }
        }
    }

    /// <summary>Waits for an event of that name, newer than those seen so far if a count is given; a minute where no limit is given.</summary>
    public Task<EditorEvent> WaitAsync(string name, TimeSpan? limit = null, int after = 0) => WaitAsync(
        events => events.Where(e => e.Name == name).Skip(after).FirstOrDefault(), $"'{name}'", limit ?? Patience);

    /// <summary>Waits until something can be said about the events.</summary>
    public Task<bool> WaitAsync(Func<IReadOnlyList<EditorEvent>, bool> isThere, string what, TimeSpan limit) => WaitAsync<object>(
        events => isThere(events) ? events : null, what, limit).ContinueWith(task => task.GetAwaiter().GetResult() is not null, TaskScheduler.Default);

    /// <summary>Waits until a control's text is as wished, and gives it.</summary>
    public Task<string> WaitForControlAsync(string control, Func<string, bool> isRight, double seconds = 30) => WaitAsync(
        events => LastState(events, control) is { } state && isRight(state[2]) ? state[2] : null, $"{control} to read as wished", TimeSpan.FromSeconds(seconds));

    /// <summary>Waits until what a screen reader says of a control is as wished.</summary>
    public Task WaitForDescriptionAsync(string control, Func<string, bool> isRight, double seconds) => WaitAsync(
        events => LastState(events, control) is { } state && isRight(state[3]) ? state : null, $"{control} to be described as wished", TimeSpan.FromSeconds(seconds));

    /// <summary>What a screen reader says of a control now; empty while the control is not there.</summary>
    public string Description(string control) => LastState(Events, control)?[3] ?? "";

    /// <summary>Waits until a control can be used.</summary>
    public Task WaitForEnabledAsync(string control, double seconds) => WaitAsync(
        events => LastState(events, control) is { } state && state[1] == "True" ? state : null, $"{control} to be enabled", TimeSpan.FromSeconds(seconds));

    /// <summary>The controls of a window that do not lie wholly inside it.</summary>
    public IReadOnlyList<string> ControlsOutside(string window)
    {
        var events = Events;
        (int Left, int Top, int Right, int Bottom) Box(string[] state)
        {
            var n = state[0].Split(' ').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            return (n[0], n[1], n[0] + n[2], n[1] + n[3]);
        }

        var outer = Box(LastState(events, window)!);
        return
        [
            .. events.Where(e => e.Name == "control").Select(e => e.Text.Split('\t')[0]).Distinct()
                .Where(path => path.StartsWith(window + "/", StringComparison.Ordinal))
                .Where(path => LastState(events, path) is { } state && Box(state) is var box
                    && (box.Left < outer.Left || box.Top < outer.Top || box.Right > outer.Right || box.Bottom > outer.Bottom)),
        ];
    }

    /// <summary>The text a control shows now; null when it is not there.</summary>
    public string? TextOf(string control) => LastState(Events, control)?[2];

    /// <summary>Puts what the screen shows into artifacts/screenshots.</summary>
    public async Task ScreenshotAsync(string name, string window = "GlazeConfigForm")
    {
        var folder = Directory.CreateDirectory(Path.Combine(WineTools.Artifacts, "screenshots")).FullName;
        var form = LastState(Events, window) ?? LastState(Events, "EditorWindow");
        var box = form![0].Split(' ');
        await Task.Delay(250);
        (await _screen.RunAsync(
            "import", ["-window", "root", "-crop", $"{box[2]}x{box[3]}+{box[0]}+{box[1]}", "+repage", Path.Combine(folder, name + ".png")], TimeSpan.FromSeconds(20))).ShouldBe(0);
    }

    /// <summary>Quits with Ctrl+Q and waits for the end.</summary>
    public async Task QuitAsync()
    {
        await KeyAsync("ctrl+q");
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        Events.Where(e => e.Name is "unhandled" or "effect-threw" or "preview-failed" or "apply-failed" or "plugin-error").ShouldBeEmpty();
        if (!_process.HasExited)
        {
            await _screen.RunAsync("wineserver", ["-k"], TimeSpan.FromSeconds(20));
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        }

        _process.Dispose();
    }

    private static void InstallPlugin(string target, string? fakeMode)
    {
        foreach (var file in Directory.GetFiles(WineTools.Plugin, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(WineTools.Plugin, file);
            if (!relative.StartsWith("engine", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, relative))!);
                File.Copy(file, Path.Combine(target, relative));
            }
        }

        if (fakeMode != "")
        {
            var engine = Directory.CreateDirectory(Path.Combine(target, "engine")).FullName;
            var source = fakeMode is null ? Path.Combine(WineTools.Plugin, "engine") : WineTools.FakeEngine;
            foreach (var file in Directory.GetFiles(source))
            {
                File.CreateSymbolicLink(Path.Combine(engine, Path.GetFileName(file)), file);
            }

            if (fakeMode is not null)
            {
                // A program file finds its assembly by a name inside it, so it may be called what the plugin looks for.
                File.CreateSymbolicLink(Path.Combine(engine, "glaze.exe"), Path.Combine(source, "Glaze.FakeEngine.exe"));
            }
        }
    }

    private static string Windows(string path) => "Z:" + path.Replace('/', '\\');

    // Place, enabled, text; null once the control is gone.
    private static string[]? LastState(IReadOnlyList<EditorEvent> events, string control, bool isPrefix = false, bool deeper = false)
    {
        bool IsIt(string path) => isPrefix
            ? path.StartsWith(control, StringComparison.Ordinal) && (path.Count(c => c == '/') > control.Count(c => c == '/')) == deeper
            : path == control;
        var last = events.LastOrDefault(e => e.Name is "control" or "gone" && IsIt(e.Text.Split('\t')[0]));
        return last is { Name: "control" } ? last.Text.Split('\t')[1..] : null;
    }

    private async Task<(string X, string Y)> CenterAsync(string control, bool isPrefix, bool deeper)
    {
        var box = await BoxAsync(control, isPrefix, deeper);
        return ((box.X + (box.Width / 2)).ToString(CultureInfo.InvariantCulture), (box.Y + (box.Height / 2)).ToString(CultureInfo.InvariantCulture));
    }

    private async Task<(int X, int Y, int Width, int Height)> BoxAsync(string control, bool isPrefix, bool deeper)
    {
        var state = await WaitAsync(
            events => LastState(events, control, isPrefix, deeper) is { } found && found[1] == "True" ? found : null, $"{control} to be enabled", TimeSpan.FromSeconds(30));
        var box = state[0].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return (box[0], box[1], box[2], box[3]);
    }

    private async Task<T> WaitAsync<T>(Func<IReadOnlyList<EditorEvent>, T?> find, string what, TimeSpan limit)
        where T : class
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var events = ReadEvents();
            if (find(events) is { } found)
            {
                return found;
            }

            if (clock.Elapsed > limit || _process.HasExited)
            {
                var last = string.Join("\n", events.TakeLast(25).Select(e => $"{e.Milliseconds} {e.Name} {e.Text}"));
                throw new TimeoutException($"Waited {clock.Elapsed.TotalSeconds:0.0} s for {what}{(_process.HasExited ? "; the editor has ended" : "")}. The last events:\n{last}");
            }

            await Task.Delay(40);
        }
    }

    private List<EditorEvent> ReadEvents()
    {
        var file = Path.Combine(_folder, "events.log");
        if (!File.Exists(file))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var events = new List<EditorEvent>();
        foreach (var line in reader.ReadToEnd().Split('\n').SkipLast(1))
        {
            var parts = line.Split('\t', 3);
            events.Add(new EditorEvent(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2]));
        }

        return events;
    }

    private async Task XdoAsync(params string[] arguments) =>
        (await _screen.RunAsync("xdotool", arguments, TimeSpan.FromSeconds(30))).ShouldBe(0);
}
