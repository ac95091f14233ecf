using Glaze.Engine.Files;
using Glaze.Engine.Models;

namespace Glaze.Engine.Commands;

/// <summary>What every command is given.</summary>
/// <param name="Output">Results only.</param>
/// <param name="Errors">Progress, summaries and error sentences.</param>
/// <param name="CancellationToken">Cancelled by Ctrl+C.</param>
internal sealed record CommandContext(TextWriter Output, TextWriter Errors, CancellationToken CancellationToken)
{
    /// <summary>Where questions are answered; null when nobody can be asked.</summary>
    public TextReader? Answers { get; init; } = Console.IsInputRedirected ? null : Console.In;

    /// <summary>Where models come from and go to.</summary>
    public ModelStore Models { get; init; } = ModelStore.OfUser();

    /// <summary>Decides which paths are one file.</summary>
    public Places Places { get; init; } = Places.OfSystem;

    /// <summary>Standard input as bytes.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Standard output as bytes.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;
}
