using Glaze.Engine.Files;
using Glaze.Engine.Jobs;
using Glaze.Engine.Reporting;
using Glaze.Imaging;
using Glaze.Imaging.Files;

namespace Glaze.Engine.Commands;

/// <summary>
/// Sees to it, before any work, that no output of a run replaces a file that the run reads or writes, under whatever name, and that
/// every place can be written to.
/// </summary>
internal static class OutputGuard
{
    /// <summary>Checks all outputs of a batch.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="models">Files of the folder of models, which a run reads too.</param>
    /// <param name="places">Decides which paths are one file.</param>
    /// <exception cref="UserException">One of them would overwrite something, or cannot be written.</exception>
    public static void Check(BatchRequest request, IEnumerable<string> models, Places places)
    {
        var files = Reading(request.Files.Select(file => file.Input).Concat(request.Reads).Concat(models), places);
        foreach (var file in request.Files.Where(file => !file.IsToStandardOutput))
        {
            if (files.Write(file.Output) is { } other)
            {
                throw other.IsRead || other.Path == StandardStream.Name ? Replaces(file.Output, other) : BatchFiles.TwoForOne(request.Files.First(earlier => earlier.Output == other.Path), file);
            }
        }

        foreach (var (option, path) in request.SideOutputs)
        {
            CheckFree(option, path == StandardStream.Name ? throw NoStream(option) : path, files);
        }

        if (files.Crowded() is { } crowded)
        {
            throw new UserException($"{crowded.File.Name} cannot be a file and the folder of {crowded.Below.Name} at once; choose another name or folder for one of them.", isUsage: true);
        }

        foreach (var (option, path) in request.SideOutputs)
        {
            CheckSide(option, path, request.IsFolder && files.SharesMissingFolder(path, request.Files.Select(file => file.Output)));
        }

        CheckFolders(request);
    }

    /// <summary>Checks one output that is made from one file.</summary>
    /// <param name="option">What the user called it by.</param>
    /// <param name="path">The output.</param>
    /// <param name="reads">What is read.</param>
    /// <param name="places">Decides which paths are one file.</param>
    /// <exception cref="UserException">It would overwrite what is read.</exception>
    public static void Check(string option, string path, IEnumerable<string> reads, Places places)
    {
        CheckFree(option, path, Reading(reads, places));
    }

    // Results are written to standard output, whatever else is.
    private static RunFiles Reading(IEnumerable<string> reads, Places places)
    {
        var files = new RunFiles(places);
        foreach (var read in reads)
        {
            files.Read(read);
        }

        return files.Write(StandardStream.Name) is { } original ? throw Replaces(StandardStream.Name, original) : files;
    }

    private static UserException Replaces(string output, RunFile original) => new(
        StandardStream.NameOfOutput(output) == original.Name
            ? $"{original.Name} would be overwritten; choose another output, so that the original is kept."
            : $"{StandardStream.NameOfOutput(output)} is {original.Name} under another name, which would be overwritten; choose another output, so that the original is kept.",
        isUsage: true);

    private static UserException NoStream(string option) =>
        new($"{option} needs a file; only the picture itself can go to standard output (-).", isUsage: true);

    private static void CheckSide(string option, string path, bool isFolderMade)
    {
        if (option == BatchRequest.ReportName)
        {
            ReportFile.Check(path, isFolderMade);
        }
        else
        {
            ImageFile.CheckTarget(path, isFolderMade);
        }
    }

    private static void CheckFree(string option, string path, RunFiles files)
    {
        if (files.Write(path) is { } other)
        {
            var alias = other.Name == path ? string.Empty : $" ({path} is the same file)";
            throw new UserException($"{option} would overwrite {other.Name}{alias}; choose another file for it.", isUsage: true);
        }
    }

    // A picture whose own name is at fault fails alone; a folder that takes no files would fail them all.
    private static void CheckFolders(BatchRequest request)
    {
        if (!request.IsFolder)
        {
            if (request.Files[0] is { IsToStandardOutput: false } only)
            {
                ImageFile.CheckTarget(only.Output);
            }

            return;
        }

        foreach (var folder in request.Files.Select(file => Path.GetDirectoryName(file.Output)!).Distinct(StringComparer.Ordinal))
        {
            if (AtomicFile.Obstacle(Path.Combine(folder, "a"), mayMakeFolder: true) is { } obstacle)
            {
                throw new UserException($"Pictures cannot be written to {folder} because {obstacle}.");
            }
        }
    }
}
