using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Glaze.Client.Engine;

/// <summary>
/// The engine's process from start to end: three pipes, no window, no orphan. On Windows it lives in a job that dies with
/// the host; everywhere it ends when its standard input closes.
/// </summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;
    private readonly KillOnCloseJob? _job;
    private readonly OutputTail _tail = new();
    private readonly Task _drained;
    private int _isKilled;

    private EngineProcess(Process process)
    {
        _process = process;
        _job = OperatingSystem.IsWindows() ? KillOnCloseJob.TryContain(process) : null;
        Id = process.Id;
        YieldToHost(process);
        _drained = _tail.DrainAsync(process.StandardError);
    }

    /// <summary>The process id.</summary>
    public int Id { get; }

    /// <summary>The engine's standard input, where requests go.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>The engine's standard output, where answers come from.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>The last lines of the engine's log.</summary>
    public string LastOutput => _tail.Text;

    /// <summary>Starts a program file with redirected pipes and without a window.</summary>
    /// <param name="engineFile">The program file, with its folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The running process.</returns>
    /// <exception cref="EngineStartException">The file is missing or cannot be started.</exception>
    public static EngineProcess Start(string engineFile, IReadOnlyList<string> arguments)
    {
        var file = Path.GetFullPath(engineFile);
        if (!File.Exists(file))
        {
            throw new EngineStartException(EngineStartFailure.Missing, file, $"The engine {file} does not exist.");
        }

        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
            WorkingDirectory = Path.GetDirectoryName(file)!,
        };

        // Without it .NET opens ports for debuggers, by which any program of the same user could read the engine's memory.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        try
        {
            return new EngineProcess(Process.Start(start) ?? throw new InvalidOperationException("No process was started."));
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            throw new EngineStartException(EngineStartFailure.NotStartable, file, $"The engine {file} cannot be started: {exception.Message}", exception);
        }
    }

    /// <summary>Closes the engine's standard input, gives it time to exit, then kills it. Safe to call again.</summary>
    /// <param name="grace">How long it has to exit by itself.</param>
    /// <returns>A task that ends when the process has.</returns>
    public async Task StopAsync(TimeSpan grace)
    {
        CloseInput();
        if (await WaitForExitAsync(grace).ConfigureAwait(false) is null)
        {
            Kill();
            await WaitForExitAsync(grace).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the end of the process.</summary>
    /// <param name="limit">How long.</param>
    /// <returns>The exit code, or null when the process is still running or its code cannot be read.</returns>
    public async Task<int?> WaitForExitAsync(TimeSpan limit)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(limit).ConfigureAwait(false);
            await Task.WhenAny(_drained, Task.Delay(limit)).ConfigureAwait(false);
            return _process.ExitCode;
        }
        catch (Exception exception) when (exception is TimeoutException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Ends the process and its children now. Does not wait; safe to call again.</summary>
    public void Kill()
    {
        if (Interlocked.Exchange(ref _isKilled, 1) != 0)
        {
            // The number of a process that has ended may be another's by now.
            return;
        }

        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It has ended already, or is ending.
        }
    }

    /// <summary>Kills the process if it still runs and releases its handles.</summary>
    public void Dispose()
    {
        if (!HasExited())
        {
            Kill();
        }

        _job?.Dispose();
        foreach (Func<Stream> stream in (Func<Stream>[])[() => Input, () => Output, () => _process.StandardError.BaseStream])
        {
            Close(stream);
        }

        _process.Dispose();
    }

    // The engine keeps every core busy: on the artist's computer the editor, and the cancel button, come first.
    private static void YieldToHost(Process process)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                process.PriorityClass = ProcessPriorityClass.BelowNormal;
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or the system does not allow it: the engine works as well, only less politely.
        }
    }

    private bool HasExited()
    {
        try
        {
            return _process.HasExited;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return false;
        }
    }

    private void CloseInput() => Close(() => Input);

    private static void Close(Func<Stream> stream)
    {
        try
        {
            stream().Close();
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // The pipe is broken or closed already.
        }
    }
}
