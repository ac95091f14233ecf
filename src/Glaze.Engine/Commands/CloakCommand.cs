using System.CommandLine;
using Glaze.Imaging;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze cloak</c>: cloaks pictures and folders of pictures.</summary>
internal static class CloakCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new CloakOptions();
        var command = new Command("cloak", "Cloak pictures. Size, transparency, colour profile and metadata stay as they are.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = new BatchRequest(
                BatchFiles.Plan(parsed.GetRequiredValue(options.Inputs), parsed.GetRequiredValue(options.Output)),
                options.Settings(parsed),
                options.StyleModelPath(parsed),
                options.DeviceChoice(parsed),
                parsed.GetValue(options.Surrogates) ?? [],
                parsed.GetValue(options.Mask),
                parsed.GetValue(options.TargetImage),
                parsed.GetValue(options.Report));
            using var threads = WorkThreads.Limit(request.Device.Threads);
            var models = new ModelCatalog(context.Models);
            using var engine = new CloakingEngine(models);
            using var batch = new Batch(engine, models, request, context);
            return batch.Run();
        });
        return command;
    }
}
