namespace Glaze.Client.Engine;

/// <summary>The named states of the engine process.</summary>
public enum EngineState
{
    /// <summary>No process exists.</summary>
    Stopped,

    /// <summary>The process has been started and has not said welcome yet.</summary>
    Starting,

    /// <summary>The engine takes requests.</summary>
    Running,

    /// <summary>The process is being ended.</summary>
    Stopping,
}
