using Glaze.Engine.Files;
using Glaze.Engine.Jobs;
using Glaze.Imaging;

namespace Glaze.Engine.Commands;

/// <summary>Decides which file goes where.</summary>
/// <param name="places">Decides which paths are one file.</param>
internal sealed class BatchFiles(Places places)
{
    /// <summary>Pairs every input with its output.</summary>
    /// <param name="inputs">Pictures and folders of pictures, or <c>-</c> alone.</param>
    /// <param name="output">A file, a folder, or <c>-</c>.</param>
    /// <param name="format">The format asked for; null for the one of the output's name.</param>
    /// <param name="own">What the run reads and writes beside the pictures: in a folder of pictures it is none.</param>
    /// <exception cref="UserException">Nothing to do, or several pictures for one file.</exception>
    public BatchPlan Plan(IReadOnlyList<string> inputs, string output, ImageFormat? format = null, IEnumerable<string>? own = null)
    {
        var isFolder = output != StandardStream.Name
            && (inputs.Count > 1 || inputs.Any(Directory.Exists) || Directory.Exists(output) || Path.EndsInDirectorySeparator(output));
        CheckStreams(inputs, output, isFolder);
        var leftOut = new List<LeftOutFile>();
        var excluded = (own ?? []).Select(path => places.OfRead(path).Identity).Append(isFolder ? places.Identities.Of(output) : null).OfType<FileIdentity>().ToList();
        var pictures = inputs.SelectMany(input => Expand(input, excluded, leftOut)).ToList();
        if (pictures.Count == 0)
        {
            throw new UserException(Nothing(inputs, leftOut));
        }

        if (isFolder && !Directory.Exists(output) && PictureNames.IsRead(output))
        {
            throw new UserException($"Several pictures need a folder as output, but {output} is named like a picture; name a folder.", isUsage: true);
        }

        if (!isFolder && output != StandardStream.Name)
        {
            CheckEnding(output, format);
        }

        var files = pictures.Select(picture => new BatchFile(picture.Path, isFolder ? Path.Combine(output, Renamed(picture.Name, format)) : output));
        return new BatchPlan([.. Once(files)], leftOut, isFolder);
    }

    private static void CheckStreams(IReadOnlyList<string> inputs, string output, bool isFolder)
    {
        var hasInput = inputs.Contains(StandardStream.Name);
        if (hasInput && (inputs.Count > 1 || isFolder))
        {
            throw new UserException("A picture from standard input (-) is cloaked on its own and has no name; give a file as output, or -.", isUsage: true);
        }

        if (output == StandardStream.Name && (inputs.Count > 1 || inputs.Any(Directory.Exists)))
        {
            throw new UserException("Standard output (-) takes one picture; name a folder for several.", isUsage: true);
        }
    }

    private static void CheckEnding(string output, ImageFormat? format)
    {
        if (format is { } wanted && ImageFormats.FromExtension(output) != wanted)
        {
            throw new UserException($"{output} is not named like the {wanted.ToString().ToUpperInvariant()} file that --format asks for; let its name end in {ImageFormats.ExtensionOf(wanted)}.", isUsage: true);
        }
    }

    private static string Nothing(IReadOnlyList<string> inputs, List<LeftOutFile> leftOut)
    {
        const int Named = 3;
        var found = leftOut.Count == 0
            ? string.Empty
            : $" (there is {string.Join(", ", leftOut.Take(Named).Select(file => file.Path))}{(leftOut.Count > Named ? $" and {leftOut.Count - Named} more" : string.Empty)})";
        return leftOut.Find(file => file.IsFailure) is { } failure
            ? failure.Reason
            : $"{string.Join(", ", inputs)} holds no {ImageFormats.AnyOf} picture{found}; name a picture or a folder with some.";
    }

    private static string Renamed(string name, ImageFormat? format) =>
        format is { } wanted && ImageFormats.FromExtension(name) != wanted ? Path.ChangeExtension(name, ImageFormats.ExtensionOf(wanted)) : name;

    // The same picture twice, say in a folder and by its own name, is one.
    private IEnumerable<BatchFile> Once(IEnumerable<BatchFile> files)
    {
        var earlier = new Dictionary<string, BatchFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!earlier.TryGetValue(file.Output, out var first))
            {
                earlier.Add(file.Output, file);
                yield return file;
            }
            else if (!places.AreSame(first.Input, file.Input))
            {
                throw TwoForOne(first, file);
            }
        }
    }

    /// <summary>Two pictures that would be one file.</summary>
    public static UserException TwoForOne(BatchFile first, BatchFile second) => new(
        $"{first.Name} and {second.Name} would both be written to {second.Output}; rename one, or give them output folders of their own.", isUsage: true);

    // A folder's pictures keep their place below it.
    private IEnumerable<(string Path, string Name)> Expand(string input, List<FileIdentity> excluded, List<LeftOutFile> leftOut)
    {
        if (input == StandardStream.Name || !Directory.Exists(input))
        {
            return [(input, Path.GetFileName(input))];
        }

        var (pictures, others) = FolderScan.Of(input, excluded, places.Identities);
        leftOut.AddRange(others);
        return pictures.Select(file => (file, Path.GetRelativePath(input, file)));
    }
}
