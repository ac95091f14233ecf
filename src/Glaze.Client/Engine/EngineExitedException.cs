namespace Glaze.Client.Engine;

/// <summary>The engine process ended while something was expected of it.</summary>
public sealed class EngineExitedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="exitCode">The process's exit code; null when it could not be read.</param>
    /// <param name="lastOutput">The last lines the engine wrote to standard error; may be empty.</param>
    public EngineExitedException(int? exitCode, string lastOutput)
        : base($"The engine exited with code {exitCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}. Last output: {lastOutput}")
    {
        ExitCode = exitCode;
        LastOutput = lastOutput;
    }

    /// <summary>The process's exit code; null when it could not be read.</summary>
    public int? ExitCode { get; }

    /// <summary>The last lines the engine wrote to standard error; may be empty.</summary>
    public string LastOutput { get; }
}
