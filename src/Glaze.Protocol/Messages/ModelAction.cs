namespace Glaze.Protocol.Messages;

/// <summary>What to do with encoders.</summary>
public enum ModelAction
{
    /// <summary>Only say which there are.</summary>
    List,

    /// <summary>Fetch one over the network and install it; goes on where an earlier try stopped. Only after the artist agreed.</summary>
    Install,

    /// <summary>Install one from a file; no network.</summary>
    Import,

    /// <summary>Read every byte of an installed one again.</summary>
    Verify,

    /// <summary>Remove one, or what arrived of it.</summary>
    Remove,
}
