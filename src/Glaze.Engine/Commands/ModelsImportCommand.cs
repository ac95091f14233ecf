using System.CommandLine;
using Glaze.Engine.Models;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze models import</c>: installs a file that was fetched elsewhere; no network.</summary>
internal static class ModelsImportCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A safetensors file." };
        var name = new Option<string?>("--as") { Description = "Which model it is; told from its hash if absent.", HelpName = "ID" };
        var command = new Command("import", "Install a model from a file on this machine; no network is used.") { file, name };
        command.SetAction(parsed =>
        {
            var installer = new ModelInstaller(context.Models.Folder, context.Models.Manifest);
            var installed = installer.Import(parsed.GetRequiredValue(file), parsed.GetValue(name), context.CancellationToken);
            context.Output.WriteLine($"{installed.Id} {installed.Sha256}");
            return ExitCode.Done;
        });
        return command;
    }
}
