using System.Globalization;
using System.Text;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Results;

/// <summary>
/// What of the engine decides a result besides the request: its program file, its version, and the models that lie in its folder
/// at this moment, for it uses what is installed while it runs. Found out without asking the engine, which may have ended.
/// </summary>
internal static class EngineStamp
{
    /// <summary>The state as text: equal texts, equal results. Reads the disk: not on the dialog's thread.</summary>
    /// <param name="engineFile">The engine's program file.</param>
    /// <param name="welcome">The engine's newest catalogue; null before its first start.</param>
    /// <returns>The text; null when the state cannot be known, so that nothing can be said to equal it.</returns>
    public static string? Of(string engineFile, Welcome? welcome)
    {
        if (welcome is null)
        {
            return null;
        }

        var stamp = new StringBuilder(welcome.EngineVersion);
        try
        {
            Append(stamp, new FileInfo(engineFile));
            if (welcome.ModelsFolder is { Length: > 0 } folder && Directory.Exists(folder))
            {
                foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(IsModel).OrderBy(file => file.Name, StringComparer.Ordinal))
                {
                    Append(stamp, file);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }

        return stamp.ToString();
    }

    // What is still being fetched is nothing yet.
    private static bool IsModel(FileInfo file) => file.Extension is ".json" or ".safetensors";

    private static void Append(StringBuilder stamp, FileInfo file) =>
        stamp.Append(CultureInfo.InvariantCulture, $"|{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}");
}
