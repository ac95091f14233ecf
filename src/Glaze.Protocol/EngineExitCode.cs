namespace Glaze.Protocol;

/// <summary>What the engine's process exit code means. Values 0 to 3 and 130 are the command line's contract.</summary>
public enum EngineExitCode
{
    /// <summary>Done; for <c>glaze serve</c>: told to shut down, or standard input ended.</summary>
    Done = 0,

    /// <summary>Failed.</summary>
    Failed = 1,

    /// <summary>The command line could not be understood.</summary>
    Usage = 2,

    /// <summary>Some pictures of a batch failed.</summary>
    SomeFailed = 3,

    /// <summary><c>glaze serve</c> received something that is not the protocol.</summary>
    ProtocolError = 10,

    /// <summary><c>glaze serve</c> was greeted with a protocol version it does not speak.</summary>
    VersionMismatch = 11,

    /// <summary>Cancelled by the user.</summary>
    Cancelled = 130,
}
