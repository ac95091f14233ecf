using System.CommandLine;
using Glaze.Engine.Serving;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze serve</c>: works for another program over standard input and output (docs/protocol.md).</summary>
internal static class ServeCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("serve", "Work for another program over standard input and output; see docs/protocol.md.");
        command.SetAction(_ =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            var models = new ModelCatalog(context.Models);
            using var engine = new CloakingEngine(models);
            return (int)new ServeLoop(input, output, context.Errors, engine, models).Run(context.CancellationToken);
        });
        return command;
    }
}
