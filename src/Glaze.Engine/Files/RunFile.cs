namespace Glaze.Engine.Files;

/// <summary>A file of a run.</summary>
/// <param name="Path">What the user called it.</param>
/// <param name="Place">Where that leads.</param>
/// <param name="IsRead">Whether the run reads it rather than writes it.</param>
internal sealed record RunFile(string Path, Place Place, bool IsRead)
{
    /// <summary>What sentences call it.</summary>
    public string Name => IsRead ? StandardStream.NameOfInput(Path) : StandardStream.NameOfOutput(Path);
}
