namespace Glaze.Engine.Commands;

/// <summary>One picture of a batch.</summary>
/// <param name="Input">Where it is.</param>
/// <param name="Output">Where its cloaked copy goes.</param>
internal sealed record BatchFile(string Input, string Output);
