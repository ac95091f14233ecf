using System.Diagnostics;
using System.Text;
using Glaze.Engine.Commands;
using Glaze.Engine.Models;

namespace Glaze.Engine.Tests;

/// <summary>Runs the command line inside the test process.</summary>
internal sealed record GlazeRun(int ExitCode, string Output, string Errors)
{
    public static GlazeRun Of(params string[] arguments) => With(null, arguments);

    /// <summary>The same with the models of a folder of the test's own.</summary>
    public static GlazeRun With(ModelStore? models, params string[] arguments) =>
        In(context => models is null ? context : context with { Models = models }, arguments);

    /// <summary>The same in a context that the test changes.</summary>
    public static GlazeRun In(Func<CommandContext, CommandContext> change, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var context = change(new CommandContext(output, errors, CancellationToken.None) { Answers = null });
        var code = CommandLine.Run(arguments, context);
        return new GlazeRun(code, output.ToString(), errors.ToString());
    }

    /// <summary>Runs a line of the shell in a folder; <c>glaze</c> is the built program there.</summary>
    public static GlazeRun InShell(TemporaryFolder folder, string line, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", line])
        {
            UseShellExecute = false,
            WorkingDirectory = folder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment[ModelFolder.Variable] = folder.File("models");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit(TimeSpan.FromMinutes(2)).ShouldBeTrue(line);
        return new GlazeRun(process.ExitCode, output.GetAwaiter().GetResult(), errors);
    }

    /// <summary>The one line that an error must be.</summary>
    public string Sentence
    {
        get
        {
            var lines = Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.EndsWith(".png", StringComparison.Ordinal)).ToList();
            lines.Count.ShouldBe(1, Errors);
            return lines[0].TrimEnd();
        }
    }
}
