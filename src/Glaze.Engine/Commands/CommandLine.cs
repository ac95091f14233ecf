using System.CommandLine;
using System.CommandLine.Help;
using Glaze.Engine.Models;
using Glaze.Engine.Reporting;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Engine.Commands;

/// <summary>Builds the command tree and turns every outcome into output and an exit code.</summary>
internal static class CommandLine
{
    private const string Description = """
        Cloaks pictures against style mimicry. Everything runs on this machine; no picture leaves it.

          glaze cloak picture.png -o cloaked.png           cloak one picture
          glaze cloak folder -o cloaked-folder             cloak all pictures of a folder
          glaze audit picture.png cloaked.png              measure a cloak

          Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some pictures of several failed, 130 cancelled.
        """;

    /// <summary>Whether failures are told with all technical details.</summary>
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Show technical details when something fails.", Recursive = true };

    // Names may begin with @, and with - followed by what looks like a bundle of short options.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The words after <c>glaze</c>.</param>
    /// <param name="output">Results only.</param>
    /// <param name="errors">Progress, summaries and error sentences.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl+C.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken) =>
        Run(arguments, new CommandContext(output, errors, cancellationToken));

    /// <summary>Runs one command line in a context.</summary>
    /// <param name="arguments">The words after <c>glaze</c>.</param>
    /// <param name="context">What the commands are given.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments, CommandContext context)
    {
        context = context with { Errors = new PlainLines(context.Errors) };
        var (output, errors) = (context.Output, context.Errors);
        var root = BuildRoot(context);
        var parsed = root.Parse(arguments, Parsing);
        if (EmptyWord.Sentence(parsed) is { } empty)
        {
            errors.WriteLine(empty);
            return ExitCode.Usage;
        }

        if (parsed.Errors.Count > 0)
        {
            errors.WriteLine(UsageSentence.Of(parsed));
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception exception)
        {
            errors.WriteLine(Sentence(exception));
            if (parsed.GetValue(Verbose))
            {
                errors.WriteLine(exception);
            }

            return exception is UserException { IsUsage: true } ? ExitCode.Usage : ExitCode.Failed;
        }
    }

    /// <summary>The one sentence a user sees of an exception.</summary>
    public static string Sentence(Exception exception) => OfCause(Failure.Cause(exception));

    private static string OfCause(Exception exception) => exception switch
    {
        UserException or ImageFileException or InvalidModelException or ModelIntegrityException => exception.Message,
        _ when Failure.IsOutOfMemory(exception) => "There is not enough memory for this picture; close other programs or cloak a smaller copy.",
        ProviderException { Provider: ExecutionProvider.Cpu } failure => $"{failure.Message.TrimEnd('.')}; nothing is left to compute on. Install glaze again, and report it if that does not help.",
        ProviderException failure => $"{failure.Message.TrimEnd('.')}; try again with --device cpu.",
        UnauthorizedAccessException => $"{exception.Message.TrimEnd('.')}; choose a place you may write to.",
        IOException => $"{exception.Message.TrimEnd('.')}; check the disk and try again.",
        _ => $"Something went wrong inside glaze ({exception.GetType().Name}: {OneLine(exception.Message)}); run again with --verbose and report it.",
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static RootCommand BuildRoot(CommandContext context)
    {
        var root = new RootCommand(Description)
        {
            CloakCommand.Create(context),
            AuditCommand.Create(context),
            StylesCommand.Create(context),
            DevicesCommand.Create(context),
            ModelsCommand.Create(context),
            ServeCommand.Create(context),
        };
        root.Options.Add(Verbose);
        return root;
    }
}
