using System.CommandLine;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Encoders.Lpips;
using Glaze.Engine.Models;
using Glaze.Onnx;

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
                var problem = Problem(model, context);
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

    private static string? Problem(InstalledModel model, CommandContext context)
    {
        var file = context.Models.Folder.FileOf(model.Id);
        var remedy = "remove it and install it again";
        if (new FileInfo(file).Length != model.Bytes)
        {
            return $"damaged ({new FileInfo(file).Length:N0} bytes instead of {model.Bytes:N0}); {remedy}";
        }

        var hash = FileHash.Compute(file, context.CancellationToken);
        if (hash != model.Sha256)
        {
            return $"changed (SHA-256 {hash[..12]}… instead of {model.Sha256[..12]}…); {remedy}";
        }

        try
        {
            _ = context.Models.Manifest.Find(model.Id)?.Kind == ModelKind.Perceptual
                ? LpipsNetwork.Open(file).ParameterCount
                : EncoderFile.OpenAll(file).Count;
            return null;
        }
        catch (InvalidModelException exception)
        {
            return exception.Message;
        }
    }
}
