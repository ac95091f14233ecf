namespace Glaze.Engine.Files;

/// <summary>Where a path leads, links followed: a file that exists, or the place of one to be made.</summary>
/// <param name="Path">The full path behind all links of its last part.</param>
/// <param name="Identity">What is there; null when nothing is.</param>
/// <param name="Folder">The nearest folder above that exists.</param>
/// <param name="FolderIdentity">What that folder is.</param>
/// <param name="Rest">The names below it, for a file that does not exist.</param>
internal sealed record Place(string Path, FileIdentity? Identity, string Folder, FileIdentity? FolderIdentity, string Rest)
{
    /// <summary>The folders above it that do not exist, nearest first.</summary>
    public IEnumerable<Place> MissingFolders()
    {
        var above = this;
        while (above.Rest.LastIndexOf('/') is > 0 and var end)
        {
            above = this with { Path = System.IO.Path.GetDirectoryName(above.Path)!, Identity = null, Rest = above.Rest[..end] };
            yield return above;
        }
    }
}
