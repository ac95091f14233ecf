using System.Text.Json;

namespace Glaze.Engine.Reporting;

/// <summary>Writes reports: a temporary file, then a rename.</summary>
internal static class ReportFile
{
    public static void Write(string path, RunReport report)
    {
        var temporary = path + ".part";
        try
        {
            File.WriteAllText(temporary, JsonSerializer.Serialize(report, ReportJsonContext.Default.RunReport) + "\n");
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new UserException($"The report {path} cannot be written ({exception.Message.TrimEnd('.')}); choose another place for it.", innerException: exception);
        }
    }
}
