using System.CommandLine;
using System.CommandLine.Parsing;

namespace Glaze.Engine.Commands;

/// <summary>Says in one sentence what is wrong with a command line.</summary>
internal static class UsageSentence
{
    /// <summary>The sentence, with where to read more.</summary>
    /// <param name="parsed">A command line with at least one error.</param>
    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "glaze" : command.Parents.OfType<Command>().Any(parent => parent is not RootCommand)
            ? $"glaze {command.Parents.OfType<Command>().First().Name} {command.Name}"
            : $"glaze {command.Name}";
        var problem = Problem(parsed, command, path);
        return $"{problem}{(problem.EndsWith('?') ? string.Empty : ".")} See \"{path} --help\".";
    }

    private static string Problem(ParseResult parsed, Command command, string path)
    {
        var unknown = parsed.UnmatchedTokens is [var first, ..] ? first : null;
        if (unknown?.StartsWith('-') == true)
        {
            return $"{path} has no option {unknown}{Spelling.Hint(unknown, OptionNames(command), string.Empty)}";
        }

        if (command.Subcommands.Count > 0)
        {
            var names = command.Subcommands.Select(sub => sub.Name).ToList();
            return unknown is null
                ? $"Say what {path} is to do: {string.Join(", ", names[..^1])} or {names[^1]}"
                : $"{path} has no command \"{unknown}\"{Spelling.Hint(unknown, names, $"; it has {string.Join(", ", names[..^1])} and {names[^1]}")}";
        }

        if (unknown is not null)
        {
            return $"{path} does not know what to do with \"{unknown}\"";
        }

        return Missing(parsed, command, path) ?? parsed.Errors[0].Message.TrimEnd('.', ' ');
    }

    private static string? Missing(ParseResult parsed, Command command, string path)
    {
        var argument = command.Arguments.FirstOrDefault(argument =>
            (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues);
        if (argument is not null)
        {
            return $"{path} needs {argument.Name}: {Lowered(argument.Description)}";
        }

        var valueless = command.Options.FirstOrDefault(option =>
            parsed.GetResult(option) is { Implicit: false, Tokens.Count: 0 } && option.Arity.MinimumNumberOfValues > 0);
        if (valueless is not null)
        {
            return $"{valueless.Name} needs a value: {Lowered(valueless.Description)}";
        }

        var option = command.Options.FirstOrDefault(option => option.Required && parsed.GetResult(option) is null or { Implicit: true });
        return option is null ? null : $"{path} needs {option.Name} {option.HelpName}: {Lowered(option.Description)}";
    }

    public static IEnumerable<string> OptionNames(Command command) => command.Options.Select(option => option.Name).Append("--help").Append("--verbose");

    private static string Lowered(string? description) =>
        description is { Length: > 0 } ? char.ToLowerInvariant(description[0]) + description[1..].TrimEnd('.') : string.Empty;
}
