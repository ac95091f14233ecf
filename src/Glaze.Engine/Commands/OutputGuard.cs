namespace Glaze.Engine.Commands;

/// <summary>Sees to it, before any work, that no output of a run replaces a picture or another output.</summary>
internal static class OutputGuard
{
    /// <summary>Checks where the report and the target image go.</summary>
    /// <exception cref="UserException">One of them would overwrite something, or cannot be written.</exception>
    public static void Check(BatchRequest request)
    {
        var taken = request.Files.SelectMany(file => new[] { file.Input, file.Output }).ToList();
        taken.AddRange(request.MaskPath is { } mask ? [mask] : []);
        CheckFree("--target-image", request.TargetImagePath, taken);
        taken.AddRange(request.TargetImagePath is { } target ? [target] : []);
        CheckFree("--report", request.ReportPath, taken);
        if (request.ReportPath is { } report)
        {
            CheckReport(report);
        }
    }

    private static void CheckFree(string option, string? path, List<string> taken)
    {
        if (path is not null && taken.Any(other => Path.GetFullPath(other) == Path.GetFullPath(path)))
        {
            throw new UserException($"{option} would overwrite {path}; choose another file for it.", isUsage: true);
        }
    }

    private static void CheckReport(string path)
    {
        if (BatchFiles.IsPicture(path))
        {
            throw new UserException($"--report writes JSON, but {path} is named like a picture; choose a name that ends in .json.", isUsage: true);
        }

        if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw new UserException($"The report {path} cannot be written there; name a file in a folder that exists.");
        }
    }
}
