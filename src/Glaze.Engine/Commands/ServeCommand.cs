using System.CommandLine;
using Glaze.Engine.Jobs;
using Glaze.Engine.Models;
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
            // Neither the streams nor the engine are disposed while a thread that could not be stopped may use them; the process ends here.
            var (input, output) = (context.OpenInput(), context.OpenOutput());
            var models = new ModelCatalog(context.Models);
            var engine = new CloakingEngine(models);
            var loop = new ServeLoop(input, output, context.Errors, engine, models);
            var code = loop.Run(context.CancellationToken);
            if (loop.IsIdle)
            {
                engine.Dispose();
            }

            return (int)code;
        });
        return command;
    }
}
