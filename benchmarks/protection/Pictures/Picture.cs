using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Pictures;

/// <summary>One file of the test pictures: its name is kind-name, kind being textured or flat.</summary>
/// <param name="Name">Name in results.</param>
/// <param name="Kind">Textured or flat.</param>
/// <param name="Path">The file.</param>
internal sealed record Picture(string Name, PictureKind Kind, string Path)
{
    /// <summary>The pictures of a folder, in the order of their names; files of other names are left out.</summary>
    public static IReadOnlyList<Picture> OfFolder(DirectoryInfo folder) => folder.EnumerateFiles()
        .Where(file => file.Extension is ".png" or ".jpg" or ".webp")
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => (file, parts: System.IO.Path.GetFileNameWithoutExtension(file.Name).Split('-', 2)))
        .Where(entry => entry.parts.Length == 2 && Enum.TryParse<PictureKind>(entry.parts[0], ignoreCase: true, out _))
        .Select(entry => new Picture(entry.parts[1], Enum.Parse<PictureKind>(entry.parts[0], ignoreCase: true), entry.file.FullName))
        .ToList();

    /// <summary>The pictures of some names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">The names; none for all.</param>
    /// <exception cref="ArgumentException">There is no picture of a name.</exception>
    public static IReadOnlyList<Picture> Choose(DirectoryInfo folder, IReadOnlyList<string> names)
    {
        var all = OfFolder(folder);
        var unknown = names.FirstOrDefault(name => all.All(picture => picture.Name != name));
        return unknown is null
            ? [.. all.Where(picture => names.Count == 0 || names.Contains(picture.Name))]
            : throw new ArgumentException($"There is no picture named \"{unknown}\"; choose from {string.Join(", ", all.Select(picture => picture.Name))}.");
    }

    /// <summary>Reads it, over white, whole.</summary>
    public PlanarImage Load() => PlanarImage.FromPixels(ImageFile.Load(Path).Pixels, (1, 1, 1));
}
