namespace GlazeEffect.Wine.Tests;

/// <summary>One line of the editor's log.</summary>
internal sealed record EditorEvent(long Milliseconds, string Name, string Text);
