using System.CommandLine;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze models remove</c>.</summary>
internal static class ModelsRemoveCommand
{
    public static Command Create(CommandContext context)
    {
        var ids = ModelsCommand.Ids("Models to remove.", ArgumentArity.OneOrMore);
        var forget = new Option<bool>("--forget") { Description = "Also forget the hash that was recorded, so that another file may take its place." };
        var command = new Command("remove", "Remove models, and downloads that stopped half-way.") { ids, forget };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(ids);
            if (Array.Find(wanted, id => id.AsSpan().IndexOfAny('/', '\\') >= 0 || id is "." or "..") is { } path)
            {
                throw new UserException($"\"{path}\" is not the name of a model; \"glaze models list\" shows them.", isUsage: true);
            }

            foreach (var id in wanted)
            {
                if (!context.Models.Folder.Remove(id, parsed.GetValue(forget)))
                {
                    throw new UserException($"{id} is not installed; \"glaze models list\" shows what is.");
                }

                context.Output.WriteLine(id);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
