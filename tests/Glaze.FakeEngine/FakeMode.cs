namespace Glaze.FakeEngine;

/// <summary>How the fake engine misbehaves.</summary>
internal enum FakeMode
{
    /// <summary>It does not: two previews, rising progress, a small change, at once.</summary>
    Normal,

    /// <summary>Like normal, but a final job takes two seconds; cancels are confirmed at once.</summary>
    Slow,

    /// <summary>Stops reading and writing at the first job, and does not mind its input closing.</summary>
    Hang,

    /// <summary>Takes jobs and never answers them, nor any ping.</summary>
    NoHeartbeat,

    /// <summary>Sends progress without end.</summary>
    Flood,

    /// <summary>Writes bytes that are no frames at the first job.</summary>
    Garbage,

    /// <summary>Writes bytes that are no frames instead of its welcome.</summary>
    GarbageAtStart,

    /// <summary>Welcomes with another protocol version.</summary>
    WrongVersion,

    /// <summary>Answers the hello with the fault for an unknown version and exits.</summary>
    RefuseVersion,

    /// <summary>Exits with code 42 in the middle of a job's preview pixels.</summary>
    Crash,

    /// <summary>Says nothing at its start.</summary>
    SlowStart,

    /// <summary>Exits with code 3 before its welcome.</summary>
    ExitAtOnce,

    /// <summary>Answers pings but neither jobs nor cancels.</summary>
    IgnoreCancel,

    /// <summary>Exits with code 5 when asked to cancel.</summary>
    DieOnCancel,

    /// <summary>Forgets every picture.</summary>
    Forgetful,

    /// <summary>Answers each job with a fault.</summary>
    Fault,

    /// <summary>Announces a result of another size than the picture.</summary>
    WrongSize,

    /// <summary>Sends previews of a part that nobody asked for, outside the picture.</summary>
    WrongRegion,

    /// <summary>Writes without end to its log, otherwise normal.</summary>
    NoisyLog,

    /// <summary>Is no engine but a host: starts one through the client and waits to be killed.</summary>
    Host,
}
