using System.Text.Json;
using Glaze.Engine.Files;
using Glaze.Imaging.Files;

namespace Glaze.Engine.Reporting;

/// <summary>Writes reports: a temporary file, then a rename.</summary>
internal static class ReportFile
{
    /// <summary>Fails now rather than after the work.</summary>
    /// <param name="path">Where it is to go.</param>
    /// <param name="mayMakeFolder">Whether its folder will be made.</param>
    /// <exception cref="UserException">No report can be written there.</exception>
    public static void Check(string path, bool mayMakeFolder = false)
    {
        if (PictureNames.IsAny(path) || PictureNames.IsAny(AtomicFile.TargetOf(path)))
        {
            var what = PictureNames.IsAny(path) ? "is named like a picture" : $"is a link to {AtomicFile.TargetOf(path)}, which is named like a picture";
            throw new UserException($"--report writes JSON, but {path} {what}; choose a name that ends in .json.", isUsage: true);
        }

        if (AtomicFile.Obstacle(path, mayMakeFolder) is { } obstacle)
        {
            throw new UserException($"The report {path} cannot be written because {obstacle}.");
        }
    }

    /// <summary>Writes a report, also where all pictures failed and none made the folder.</summary>
    /// <exception cref="UserException">It cannot be written.</exception>
    public static void Write(string path, RunReport report)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            AtomicFile.Write(path, [.. JsonSerializer.SerializeToUtf8Bytes(report, ReportJsonContext.Default.RunReport), (byte)'\n']);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The report {path} cannot be written ({exception.Message.TrimEnd('.')}); choose another place for it.", innerException: exception);
        }
    }
}
