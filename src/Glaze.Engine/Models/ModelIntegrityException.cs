namespace Glaze.Engine.Models;

/// <summary>A model file is not the one it should be.</summary>
internal sealed class ModelIntegrityException : Exception
{
    private ModelIntegrityException(string message, string file, string expected, string found)
        : base(message)
    {
        File = file;
        Expected = expected;
        Found = found;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The hash it should have.</summary>
    public string Expected { get; }

    /// <summary>The hash it has.</summary>
    public string Found { get; }

    /// <summary>Whether it is a file of the user's rather than a download.</summary>
    public bool IsOfImport { get; private init; }

    /// <summary>A download arrived with another hash.</summary>
    public static ModelIntegrityException OfDownload(string id, string file, string expected, string found, bool isPinned) => new(
        isPinned
            ? $"{id} is not the file first installed here (SHA-256 {Short(found)} instead of {Short(expected)}); nothing was installed; if you trust the new one, run \"glaze models remove {id} --forget\" first."
            : $"{id} arrived damaged or replaced (SHA-256 {Short(found)} instead of {Short(expected)}); nothing was installed; try again later, or import the file from another place.",
        file,
        expected,
        found);

    /// <summary>A file to import has another hash.</summary>
    public static ModelIntegrityException OfImport(string id, string file, string expected, string found)
    {
        var message = $"{file} is not the published {id} (SHA-256 {Short(found)} instead of {Short(expected)}); nothing was imported; leave out --as to use it under its own name.";
        return new ModelIntegrityException(message, file, expected, found) { IsOfImport = true };
    }

    private static string Short(string hash) => hash[..12] + "…";
}
