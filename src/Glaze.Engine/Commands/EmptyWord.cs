using System.CommandLine;
using System.CommandLine.Parsing;

namespace Glaze.Engine.Commands;

/// <summary>Notices names and values that are empty, as a variable gives that was never set.</summary>
internal static class EmptyWord
{
    /// <summary>What is wrong, or null when nothing is.</summary>
    public static string? Sentence(ParseResult parsed)
    {
        foreach (var result in parsed.CommandResult.Children)
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                var name = result is OptionResult option ? option.Option.Name : ((ArgumentResult)result).Argument.Name;
                return $"{name} is empty; name a value, or look whether a variable that should hold it was set.";
            }
        }

        return null;
    }
}
