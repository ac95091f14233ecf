namespace Glaze.Protocol.Messages;

/// <summary>Whether an encoder can be used.</summary>
public enum ModelState
{
    /// <summary>Not here, but can be fetched.</summary>
    Available,

    /// <summary>Published in no format that is safe to open, or with no address: only from a file.</summary>
    FileOnly,

    /// <summary>Fetched in part.</summary>
    Partial,

    /// <summary>Installed, or part of the program.</summary>
    Ready,

    /// <summary>Installed, but not what it was: it is not used.</summary>
    Damaged,
}
