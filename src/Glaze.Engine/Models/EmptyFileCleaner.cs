namespace Glaze.Engine.Models;

/// <summary>Removes a file at the end of its scope if nothing was written to it.</summary>
/// <param name="path">The file.</param>
internal sealed class EmptyFileCleaner(string path) : IDisposable
{
    public void Dispose()
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 })
        {
            File.Delete(path);
        }
    }
}
