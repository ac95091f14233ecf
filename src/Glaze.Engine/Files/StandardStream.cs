namespace Glaze.Engine.Files;

/// <summary>The name that stands for standard input among inputs and for standard output as an output.</summary>
internal static class StandardStream
{
    /// <summary>What the user writes for it.</summary>
    public const string Name = "-";

    /// <summary>What sentences call standard input.</summary>
    public const string InputName = "standard input";
}
