using System.CommandLine;
using Glaze.Engine.Models;
using Glaze.Engine.Reporting;

namespace Glaze.Engine.Commands;

/// <summary><c>glaze models install</c>: shows the licence, then fetches, checks and installs.</summary>
internal static class ModelsInstallCommand
{
    public static Command Create(CommandContext context)
    {
        var ids = ModelsCommand.Ids("Models to install, by the names that \"glaze models list\" shows.", ArgumentArity.OneOrMore);
        var yes = new Option<bool>("--yes", "-y") { Description = "Accept the licences without being asked." };
        var command = new Command("install", "Fetch models and install them; a download that stopped goes on where it was.") { ids, yes };
        command.SetAction(parsed =>
        {
            var wanted = ModelsCommand.Entries(parsed.GetRequiredValue(ids), context.Models.Manifest)
                .Where(entry => !IsThere(entry, context))
                .ToList();
            wanted.ForEach(entry => ShowLicence(entry, context.Errors));
            if (wanted.Count > 0 && !parsed.GetValue(yes) && !IsAccepted(context))
            {
                throw new UserException("Nothing was installed, because the licence was not accepted.");
            }

            return wanted.Count == 0 ? ExitCode.Done : ProgressDisplay.Run(context.Errors, wanted.Count, display => InstallAll(wanted, display, context));
        });
        return command;
    }

    private static bool IsThere(ModelEntry entry, CommandContext context)
    {
        if (context.Models.Folder.Find(entry.Id) is null)
        {
            return false;
        }

        context.Errors.WriteLine($"{entry.Id} is installed already; \"glaze models verify {entry.Id}\" checks it.");
        return true;
    }

    private static void ShowLicence(ModelEntry entry, TextWriter writer)
    {
        var size = entry.Bytes is { } bytes ? $", {ByteSize.Text(bytes)}" : string.Empty;
        var host = entry.Url is { } url ? $" from {url.Host}" : string.Empty;
        writer.WriteLine($"{entry.Id}: {entry.StandsFor}, {entry.Architecture}{size}{host}");
        writer.WriteLine($"  Licence: {entry.Licence.Name}, © {entry.Licence.Holder}; {entry.Licence.Url}");
    }

    private static bool IsAccepted(CommandContext context)
    {
        if (context.Answers is not { } answers)
        {
            throw new UserException("Read the licence and say --yes: nobody can be asked here.", isUsage: true);
        }

        context.Errors.Write("Accept and install? [y/N] ");
        return answers.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }

    private static int InstallAll(IReadOnlyList<ModelEntry> entries, IProgressDisplay display, CommandContext context)
    {
        using var client = ModelDownload.CreateClient();
        var installer = new ModelInstaller(context.Models.Folder, context.Models.Manifest);
        var download = new ModelDownload(client, context.Models.Downloads);
        foreach (var entry in entries)
        {
            display.Begin(entry.Id);
            try
            {
                var progress = new SynchronousProgress<(long Received, long Total)>(state => display.Report(state.Total > 0 ? (double)state.Received / state.Total : 0));
                var installed = installer.InstallAsync(entry, download, progress, context.CancellationToken).GetAwaiter().GetResult();
                context.Output.WriteLine($"{installed.Id} {installed.Sha256}");
                display.End();
            }
            catch
            {
                display.Abandon();
                throw;
            }
        }

        return ExitCode.Done;
    }
}
