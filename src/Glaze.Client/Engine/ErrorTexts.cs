using Glaze.Client.Resources;
using Glaze.Protocol;

namespace Glaze.Client.Engine;

/// <summary>What went wrong, in one sentence with the remedy.</summary>
public static class ErrorTexts
{
    /// <summary>Puts a failure of <see cref="EngineClient"/> into words.</summary>
    /// <param name="exception">What a task of the client threw; a cancellation only if it was not the caller's own.</param>
    /// <returns>The sentence.</returns>
    public static UserText For(Exception exception) => exception switch
    {
        EngineFaultException fault => new UserText(TextKey.Raw, fault.Fault.Message),
        EngineStartException { Failure: EngineStartFailure.Missing } start => new UserText(TextKey.EngineMissing, start.EngineFile),
        EngineStartException { Failure: EngineStartFailure.NotStartable } start => new UserText(TextKey.EngineNotStartable, start.EngineFile),
        EngineStartException { Failure: EngineStartFailure.TimedOut } => new UserText(TextKey.EngineStartTimedOut),
        EngineStartException => new UserText(TextKey.EngineWrongVersion),
        EngineExitedException { ExitCode: (int)EngineExitCode.VersionMismatch } => new UserText(TextKey.EngineWrongVersion),
        EngineExitedException exited => new UserText(TextKey.EngineCrashed, exited.ExitCode is { } code ? code : "?"),
        EngineHungException => new UserText(TextKey.EngineHung),
        ProtocolException => new UserText(TextKey.EngineGarbled),
        OperationCanceledException => new UserText(TextKey.EngineStopped),
        OutOfMemoryException => new UserText(TextKey.OutOfMemory),
        _ => new UserText(TextKey.UnexpectedError, exception.Message),
    };
}
