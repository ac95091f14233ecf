namespace Glaze.Client.Engine;

/// <summary>The engine did not come up.</summary>
internal sealed class EngineStartException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="engineFile">The program file that was to be started.</param>
    /// <param name="message">What happened, for the log.</param>
    /// <param name="innerException">The cause underneath, if there is one.</param>
    public EngineStartException(EngineStartFailure failure, string engineFile, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        EngineFile = engineFile;
    }

    /// <summary>Why.</summary>
    public EngineStartFailure Failure { get; }

    /// <summary>The program file that was to be started.</summary>
    public string EngineFile { get; }
}
