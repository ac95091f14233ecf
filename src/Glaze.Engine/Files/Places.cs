using Glaze.Imaging.Files;

namespace Glaze.Engine.Files;

/// <summary>Decides whether two paths are one file. Nothing else in the program does.</summary>
/// <param name="identities">Asks the file system.</param>
internal sealed class Places(IFileIdentities identities)
{
    /// <summary>The places of this system.</summary>
    public static Places OfSystem { get; } = new(FileIdentities.OfSystem);

    /// <summary>Asks the file system.</summary>
    public IFileIdentities Identities => identities;

    /// <summary>Follows the path of something that is read; <c>-</c> leads to the file that standard input is read from.</summary>
    /// <exception cref="UserException">Its links lead in circles.</exception>
    public Place OfRead(string path) => path == StandardStream.Name ? OfStream(StandardStream.InputName, identities.Input) : Of(path);

    /// <summary>Follows the path of something that is written; <c>-</c> leads to the file that standard output is written to.</summary>
    /// <exception cref="UserException">Its links lead in circles.</exception>
    public Place OfWritten(string path) => path == StandardStream.Name ? OfStream(StandardStream.OutputName, identities.Output) : Of(path);

    /// <summary>Follows a path.</summary>
    /// <exception cref="UserException">Its links lead in circles.</exception>
    public Place Of(string path)
    {
        string target;
        try
        {
            target = AtomicFile.TargetOf(path);
        }
        catch (IOException exception)
        {
            throw new UserException($"{path} is a link that leads nowhere; name a file.", innerException: exception);
        }

        var folder = target;
        var rest = new Stack<string>();
        while (Path.GetDirectoryName(folder) is { } parent && (rest.Count == 0 || identities.Of(folder) is null))
        {
            rest.Push(Path.GetFileName(folder));
            folder = parent;
        }

        return new Place(target, identities.Of(target), folder, identities.Of(folder), string.Join('/', rest));
    }

    /// <summary>Whether two paths are the same file now, or would be once both were written.</summary>
    public bool AreSame(Place one, Place other)
    {
        if (one.Identity is { } identity && other.Identity is { } otherIdentity)
        {
            return identity == otherIdentity;
        }

        if (one.Path.Equals(other.Path, StringComparison.Ordinal))
        {
            return true;
        }

        return one.Identity is null
            && other.Identity is null
            && one.FolderIdentity == other.FolderIdentity
            && one.Rest.Equals(other.Rest, StringComparison.OrdinalIgnoreCase)
            && (one.Rest.Equals(other.Rest, StringComparison.Ordinal) || identities.IgnoresCase(one.Folder));
    }

    /// <summary>Whether two paths are the same file now, or would be once both were written.</summary>
    public bool AreSame(string one, string other) => AreSame(Of(one), Of(other));

    // A stream that is no file, such as a pipe, is nothing but itself.
    private static Place OfStream(string name, FileIdentity? identity) => new(name, identity, string.Empty, null, name);
}
