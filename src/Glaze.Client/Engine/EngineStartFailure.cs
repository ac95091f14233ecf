namespace Glaze.Client.Engine;

/// <summary>Why the engine did not come up.</summary>
internal enum EngineStartFailure
{
    /// <summary>The program file is not there.</summary>
    Missing,

    /// <summary>The system would not start the program file.</summary>
    NotStartable,

    /// <summary>It did not say welcome in time.</summary>
    TimedOut,

    /// <summary>It speaks another protocol version.</summary>
    WrongVersion,
}
