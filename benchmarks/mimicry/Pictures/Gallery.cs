namespace Glaze.Benchmarks.Mimicry.Pictures;

/// <summary>The pictures of a run, by what they are for; the order of names decides which are held out, so that every run has the same.</summary>
/// <param name="folder">Holds artist/, others/ and base/.</param>
internal sealed class Gallery(DirectoryInfo folder)
{
    private const int HeldOutEvery = 3;

    /// <summary>Pictures of the artist that a mimic trains on.</summary>
    public IReadOnlyList<FileInfo> Trained => [.. Set("artist").Where((_, index) => index % HeldOutEvery != HeldOutEvery - 1)];

    /// <summary>Pictures of the artist that only the judge sees: a third.</summary>
    public IReadOnlyList<FileInfo> HeldOut => [.. Set("artist").Where((_, index) => index % HeldOutEvery == HeldOutEvery - 1)];

    /// <summary>Pictures by other hands, of the same kind.</summary>
    public IReadOnlyList<FileInfo> Others => Set("others");

    /// <summary>More pictures for the base: none of the artist's set.</summary>
    public IReadOnlyList<FileInfo> Base => Set("base");

    /// <summary>The first half of every set of others, for the judge to learn from; the rest is for the report of how well it does.</summary>
    public static (IReadOnlyList<FileInfo> Taught, IReadOnlyList<FileInfo> Asked) Split(IReadOnlyList<FileInfo> files) =>
        ([.. files.Where((_, index) => index % 2 == 0)], [.. files.Where((_, index) => index % 2 == 1)]);

    private List<FileInfo> Set(string name)
    {
        var place = new DirectoryInfo(Path.Combine(folder.FullName, name));
        return place.Exists
            ? [.. place.EnumerateFiles().Where(file => file.Extension is ".png" or ".jpg" or ".webp").OrderBy(file => file.Name, StringComparer.Ordinal)]
            : throw new DirectoryNotFoundException($"There is no folder {place.FullName}; benchmarks/mimicry/pictures fills it.");
    }
}
