using System.CommandLine;
using Glaze.Engine.Models;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze models</c>: the encoders that a cloak can be computed on besides the embedded one.</summary>
internal static class ModelsCommand
{
    public static Command Create(CommandContext context) => new("models", "List, install, verify, import and remove models.")
    {
        ModelsListCommand.Create(context),
        ModelsInstallCommand.Create(context),
        ModelsVerifyCommand.Create(context),
        ModelsImportCommand.Create(context),
        ModelsRemoveCommand.Create(context),
    };

    /// <summary>The argument that names models.</summary>
    public static Argument<string[]> Ids(string description, ArgumentArity arity) => new("ID") { Description = description, Arity = arity };

    /// <summary>The models named, each once.</summary>
    /// <exception cref="UserException">One is not known.</exception>
    public static IReadOnlyList<ModelEntry> Entries(IEnumerable<string> ids, ModelManifest manifest) =>
        [.. ids.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(manifest.Get).Distinct()];
}
