using System.Collections.Concurrent;
using System.Diagnostics;

namespace Glaze.EndToEnd.Tests;

/// <summary>
/// Empty folders in place of the user's own and the shared temporary one, for the built program to run among with no variable of this
/// machine's: those that build services set silence ONNX Runtime's telemetry. Whatever appears in them, be it for a moment, is remembered.
/// </summary>
internal sealed class CleanMachine : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("glaze-clean-");
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly FileSystemWatcher _watcher;

    public CleanMachine()
    {
        foreach (var folder in (string[])["home", "cache", "config", "data", "state", "tmp", "work"])
        {
            _root.CreateSubdirectory(folder);
        }

        _watcher = new FileSystemWatcher(_root.FullName) { IncludeSubdirectories = true };
        _watcher.Created += (_, created) => Remember(created.FullPath);
        _watcher.Renamed += (_, renamed) => Remember(renamed.FullPath);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>A file's path in the folder the program works in.</summary>
    public string File(string name) => Path.Combine(_root.FullName, "work", name);

    /// <summary>Starts the built program; its three streams are the caller's.</summary>
    public Process Start(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        // A shell that runs the tests in the background has them ignore Ctrl+C, which a child would inherit.
        string[] command = [.. OperatingSystem.IsLinux() ? (string[])["env", "--default-signal"] : [], Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "glaze.exe" : "glaze"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = File(string.Empty),
        };
        var kept = ((string[])["PATH", "DOTNET_ROOT", "SystemRoot", "windir"]).ToDictionary(name => name, Environment.GetEnvironmentVariable, StringComparer.Ordinal);
        start.Environment.Clear();
        foreach (var (name, value) in kept.Where(pair => pair.Value is not null).Concat(Folders()).Concat(variables.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs the built program to its end.</summary>
    /// <returns>What it wrote on its two streams.</returns>
    public string Run(params string[] arguments)
    {
        using var process = Start(new Dictionary<string, string>(StringComparer.Ordinal), arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit(TimeSpan.FromMinutes(2)).ShouldBeTrue();
        process.ExitCode.ShouldBe(0, text);
        return text;
    }

    /// <summary>All that ever appeared, by path below the root, but for what <paramref name="isExpected"/> names.</summary>
    public IReadOnlyList<string> Appeared(Func<string, bool> isExpected)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(_root.FullName, "*", SearchOption.AllDirectories))
        {
            Remember(path);
        }

        return [.. _seen.Keys.Where(path => path.Contains('/', StringComparison.Ordinal) && !isExpected(path)).Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _root.Delete(recursive: true);
    }

    private void Remember(string path) => _seen[Path.GetRelativePath(_root.FullName, path).Replace('\\', '/')] = true;

    private IEnumerable<KeyValuePair<string, string?>> Folders() => new (string Variable, string Folder)[]
    {
        ("HOME", "home"), ("USERPROFILE", "home"), ("LOCALAPPDATA", "data"), ("APPDATA", "config"),
        ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state"),
        ("TMPDIR", "tmp"), ("TMP", "tmp"), ("TEMP", "tmp"),
    }.Select(pair => KeyValuePair.Create(pair.Variable, (string?)Path.Combine(_root.FullName, pair.Folder)));
}
