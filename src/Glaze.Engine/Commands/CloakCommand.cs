using System.CommandLine;
using Glaze.Engine.Jobs;
using Glaze.Engine.Models;
using Glaze.Imaging;
using Glaze.Imaging.Files;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze cloak</c>: cloaks pictures and folders of pictures.</summary>
internal static class CloakCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new CloakOptions();
        var command = new Command("cloak", "Cloak pictures. Size, transparency, colour profile and metadata stay as they are; originals are never replaced.");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var format = options.FormatOf(parsed);
            var request = new BatchRequest(
                BatchPlan.Empty,
                options.Settings(parsed),
                options.StyleModelPath(parsed),
                options.DeviceChoice(parsed),
                parsed.GetValue(options.Surrogates) ?? [],
                parsed.GetValue(options.Mask),
                parsed.GetValue(options.TargetImage),
                parsed.GetValue(options.Report))
            {
                Format = format,
                JpegQuality = parsed.GetValue(options.JpegQuality),
                ModelViewPath = parsed.GetValue(options.ModelView),
                SkipExisting = parsed.GetValue(options.SkipExisting),
                IsVerbose = parsed.GetValue(CommandLine.Verbose),
            };
            var files = new BatchFiles(context.Places);
            request = request with { Plan = files.Plan(parsed.GetRequiredValue(options.Inputs), parsed.GetRequiredValue(options.Output), format, request.Own) };
            var folder = context.Models.Folder;
            OutputGuard.Check(request, folder.Contents().Append(CloakedPictures.FileIn(folder.Root)), context.Places);
            using var threads = WorkThreads.Limit(request.Device.Threads);
            var models = new ModelCatalog(context.Models);
            using var engine = new CloakingEngine(models);
            using var batch = new Batch(engine, models, request, context);
            return batch.Run();
        });
        return command;
    }
}
