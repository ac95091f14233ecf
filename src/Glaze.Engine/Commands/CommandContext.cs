namespace Glaze.Engine.Commands;

/// <summary>What every command is given.</summary>
/// <param name="Output">Results only.</param>
/// <param name="Errors">Progress, summaries and error sentences.</param>
/// <param name="CancellationToken">Cancelled by Ctrl+C.</param>
internal sealed record CommandContext(TextWriter Output, TextWriter Errors, CancellationToken CancellationToken);
