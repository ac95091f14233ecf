namespace Glaze.Client.Engine;

/// <summary>The engine sent nothing for the whole heartbeat limit and was killed.</summary>
internal sealed class EngineHungException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="silence">How long nothing came.</param>
    public EngineHungException(TimeSpan silence)
        : base($"The engine was silent for {silence.TotalSeconds:0.#} seconds.") => Silence = silence;

    /// <summary>How long nothing came.</summary>
    public TimeSpan Silence { get; }
}
