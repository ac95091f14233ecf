using System.CommandLine;
using Glaze.Engine.Models;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze models list</c>: what can be installed, and what is.</summary>
internal static class ModelsListCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", "List the models: which are installed, what they stand for, their size and licence.");
        command.SetAction(_ =>
        {
            var rows = Rows(context.Models.Folder, context.Models.Manifest).ToList();
            var widths = Enumerable.Range(0, rows[0].Length - 1).Select(column => rows.Max(row => row[column].Length)).ToList();
            foreach (var row in rows)
            {
                context.Output.WriteLine(string.Join("  ", row.Select((cell, column) => column < widths.Count ? cell.PadRight(widths[column]) : cell)));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string[]> Rows(ModelFolder folder, ModelManifest manifest)
    {
        yield return [ModelCatalog.Embedded, "built in", "2.3 MB", "MIT", "GlazeEffect's own encoders"];
        foreach (var entry in manifest.Models)
        {
            var installed = folder.Find(entry.Id);
            var state = installed is not null ? "installed" : entry.Url is null ? "import only" : "not installed";
            var size = (installed?.Bytes ?? entry.Bytes) is { } bytes ? ByteSize.Text(bytes) : "-";
            yield return [entry.Id, state, size, entry.Licence.Name, $"{entry.StandsFor} ({entry.Architecture})"];
        }

        foreach (var own in folder.List().Where(model => manifest.Find(model.Id) is null))
        {
            yield return [own.Id, "installed", ByteSize.Text(own.Bytes), "-", $"imported from {own.Source}"];
        }
    }
}
