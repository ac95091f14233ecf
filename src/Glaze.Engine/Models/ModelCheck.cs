using System.Collections.Concurrent;

namespace Glaze.Engine.Models;

/// <summary>
/// Whether installed files are still the ones that were installed. A file's hash is computed when it is used and again whenever its size or
/// time has changed since; what it was is remembered while the program runs, and nowhere else.
/// </summary>
/// <param name="store">The models.</param>
internal sealed class ModelCheck(ModelStore store)
{
    private readonly ConcurrentDictionary<string, (long Length, DateTime Written, string Hash)> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a model's file has the hash that its publisher states, or where none is stated the one it was installed with.</summary>
    public bool IsUnchanged(InstalledModel model)
    {
        try
        {
            var hash = HashOf(store.Folder.FileOf(model.Id));
            return store.Manifest.Find(model.Id) is { Sha256: not null } published ? published.Hashes.Contains(hash) : hash == model.Sha256;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string HashOf(string path)
    {
        var file = new FileInfo(path);
        if (_known.TryGetValue(path, out var known) && known.Length == file.Length && known.Written == file.LastWriteTimeUtc)
        {
            return known.Hash;
        }

        var hash = FileHash.Compute(path, CancellationToken.None);
        _known[path] = (file.Length, file.LastWriteTimeUtc, hash);
        return hash;
    }
}
