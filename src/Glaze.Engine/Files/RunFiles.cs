namespace Glaze.Engine.Files;

/// <summary>The files of one run, each place once: whoever is second is told who was first.</summary>
/// <param name="places">Decides which paths are one file.</param>
internal sealed class RunFiles(Places places)
{
    private readonly Dictionary<(FileIdentity? Identity, string Below), List<RunFile>> _byPlace = [];
    private readonly Dictionary<string, RunFile> _byPath = new(StringComparer.Ordinal);
    private readonly List<RunFile> _written = [];

    /// <summary>Notes a file that the run reads; reading one twice is no harm.</summary>
    public void Read(string path)
    {
        var file = new RunFile(path, places.OfRead(path), IsRead: true);
        if (Find(file.Place) is null)
        {
            Add(file);
        }
    }

    /// <summary>Notes a file that the run writes.</summary>
    /// <returns>The file of the run that it is, whatever its name, or null when it is none and may be written.</returns>
    public RunFile? Write(string path)
    {
        var file = new RunFile(path, places.OfWritten(path), IsRead: false);
        if (Find(file.Place) is { } other)
        {
            return other;
        }

        Add(file);
        _written.Add(file);
        return null;
    }

    /// <summary>A file that would be written where another one needs a folder, and that other; null when all have room.</summary>
    public (RunFile File, RunFile Below)? Crowded()
    {
        foreach (var below in _written)
        {
            if (below.Place.MissingFolders().Select(Find).FirstOrDefault(file => file is { IsRead: false }) is { } file)
            {
                return (file, below);
            }
        }

        return null;
    }

    /// <summary>Whether the folder of a file does not exist yet and is one that <paramref name="pictures"/> need too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pictures">Files whose folders are made.</param>
    public bool SharesMissingFolder(string path, IEnumerable<string> pictures) =>
        places.OfWritten(path).MissingFolders().FirstOrDefault() is { } folder
        && pictures.Any(picture => places.OfWritten(picture).MissingFolders().Any(other => places.AreSame(folder, other)));

    private RunFile? Find(Place place) =>
        _byPath.TryGetValue(place.Path, out var same) ? same
        : _byPlace.TryGetValue(KeyOf(place), out var near) ? near.Find(file => places.AreSame(file.Place, place))
        : null;

    private void Add(RunFile file)
    {
        _byPath.TryAdd(file.Place.Path, file);
        if (!_byPlace.TryGetValue(KeyOf(file.Place), out var near))
        {
            _byPlace.Add(KeyOf(file.Place), near = []);
        }

        near.Add(file);
    }

    // Coarser than sameness: places that are the same have the same key.
    private static (FileIdentity? Identity, string Below) KeyOf(Place place) =>
        place.Identity is { } identity ? (identity, string.Empty) : (place.FolderIdentity, place.Rest.ToUpperInvariant());
}
