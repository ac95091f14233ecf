using System.CommandLine;
using Glaze.Engine.Models;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze models verify</c>: reads every byte of what is installed again.</summary>
internal static class ModelsVerifyCommand
{
    public static Command Create(CommandContext context)
    {
        var ids = ModelsCommand.Ids("Models to check; all that are installed if absent.", ArgumentArity.ZeroOrMore);
        var command = new Command("verify", "Check that the installed models are complete and unchanged.") { ids };
        command.SetAction(parsed =>
        {
            var damaged = 0;
            var chosen = Chosen(parsed.GetValue(ids) ?? [], context.Models.Folder);
            if (chosen.Count == 0)
            {
                context.Errors.WriteLine($"No models are installed, so there is nothing to check; {ModelCatalog.Embedded} is part of glaze itself.");
            }

            foreach (var model in chosen)
            {
                var problem = ModelVerification.Problem(model, context.Models, context.CancellationToken);
                damaged += problem is null ? 0 : 1;
                context.Output.WriteLine($"{model.Id}: {problem ?? "unchanged"}");
            }

            return damaged == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static IReadOnlyList<InstalledModel> Chosen(IReadOnlyList<string> ids, ModelFolder folder) => ids.Count == 0
        ? folder.List()
        : [.. ids.Select(id => folder.Find(id) ?? throw new UserException($"{id} is not installed; \"glaze models list\" shows what is."))];
}
