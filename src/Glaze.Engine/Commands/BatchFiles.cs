namespace Glaze.Engine.Commands;

/// <summary>Decides which file goes where.</summary>
internal static class BatchFiles
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff"];

    /// <summary>Pairs every input with its output.</summary>
    /// <exception cref="UserException">Nothing to do, several pictures for one file, or an output that would overwrite an input.</exception>
    public static IReadOnlyList<BatchFile> Plan(IReadOnlyList<string> inputs, string output)
    {
        var pictures = inputs.SelectMany(Expand).ToList();
        if (pictures.Count == 0)
        {
            throw new UserException($"{string.Join(", ", inputs)} holds no PNG, JPEG, WebP or TIFF picture; name a picture or a folder with some.");
        }

        var isFolder = inputs.Count > 1 || inputs.Any(Directory.Exists) || Directory.Exists(output) || Path.EndsInDirectorySeparator(output);
        if (isFolder && !Directory.Exists(output) && IsPicture(output))
        {
            throw new UserException($"Several pictures need a folder as output, but {output} is named like a picture; name a folder.", isUsage: true);
        }

        var files = pictures
            .Select(picture => new BatchFile(picture.Path, isFolder ? Path.Combine(output, picture.Name) : output))
            .ToList();
        Check(files, output);
        return files;
    }

    /// <summary>Whether a path is named like a picture that can be read and written.</summary>
    public static bool IsPicture(string path) => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    private static void Check(List<BatchFile> files, string output)
    {
        if (files.Find(file => Path.GetFullPath(file.Input) == Path.GetFullPath(file.Output)) is { } same)
        {
            throw new UserException($"{same.Input} would be overwritten; choose another output, so that the original is kept.", isUsage: true);
        }

        var twice = files.GroupBy(file => Path.GetFullPath(file.Output)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new UserException($"Several inputs would be written to {Path.GetFileName(twice.Key)} in {output}; cloak them in separate runs.", isUsage: true);
        }
    }

    // A folder's pictures keep their place below it.
    private static IEnumerable<(string Path, string Name)> Expand(string input) =>
        Directory.Exists(input)
            ? Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories)
                .Where(IsPicture)
                .Order(StringComparer.Ordinal)
                .Select(file => (file, Path.GetRelativePath(input, file)))
            : [(input, Path.GetFileName(input))];
}
