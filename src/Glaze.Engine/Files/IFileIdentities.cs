namespace Glaze.Engine.Files;

/// <summary>Asks the file system which file a name means.</summary>
internal interface IFileIdentities
{
    /// <summary>What a path leads to, links followed; null when there is nothing, or nothing that may be looked at.</summary>
    FileIdentity? Of(string path);

    /// <summary>Whether a folder takes names that differ in letter case alone for one.</summary>
    /// <param name="folder">A folder that exists.</param>
    bool IgnoresCase(string folder);

    /// <summary>Whether a path leads to an ordinary file, not to a pipe or a device, whose reading may never end.</summary>
    bool IsOrdinaryFile(string path);

    /// <summary>What standard input is read from, when that is an ordinary file; else null.</summary>
    FileIdentity? Input { get; }

    /// <summary>What standard output is written to, when that is an ordinary file; else null.</summary>
    FileIdentity? Output { get; }
}
