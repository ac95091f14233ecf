using System.CommandLine;
using Glaze.Engine.Jobs;
using Glaze.Engine.Reporting;
using Glaze.Imaging;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze audit</c>: measures a cloak, whoever made it.</summary>
internal static class AuditCommand
{
    public static Command Create(CommandContext context)
    {
        var original = new Argument<string>("ORIGINAL") { Description = "The picture without a cloak." };
        var cloaked = new Argument<string>("CLOAKED") { Description = "The same picture with a cloak." };
        var target = new Option<string?>("--target")
        {
            Description = "The picture redrawn in the target style, as saved by \"glaze cloak --target-image\"; without it the direction of the change is not known.",
            HelpName = "PNG",
        };
        var encoders = new Option<string[]>("--encoder")
        {
            Description = "The encoders to ask: names that \"glaze models list\" shows, or safetensors files; all small installed ones if absent.",
            HelpName = "NAME|FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var json = new Option<bool>("--json") { Description = "Write the figures as JSON; docs/report.md explains them." };
        var shared = new CloakOptions();
        var command = new Command("audit", "Measure a cloak: how visible it is, how far encoders are led astray, and what all treatments leave of that.")
        {
            original, cloaked, target, encoders, json, shared.Device, shared.Threads,
        };
        command.SetAction(parsed =>
        {
            var request = new AuditRequest(
                parsed.GetRequiredValue(original),
                parsed.GetRequiredValue(cloaked),
                parsed.GetValue(target),
                parsed.GetValue(encoders) ?? [],
                shared.DeviceChoice(parsed));
            using var threads = WorkThreads.Limit(request.Device.Threads);
            var report = Auditor.Run(request, context);
            context.Output.Write(parsed.GetValue(json) ? report.ToJson() : AuditText.Of(report));
            return ExitCode.Done;
        });
        return command;
    }
}
