namespace Glaze.Engine.Files;

/// <summary>The name that stands for standard input among inputs and for standard output as an output.</summary>
internal static class StandardStream
{
    /// <summary>What the user writes for it.</summary>
    public const string Name = "-";

    /// <summary>What sentences call standard input.</summary>
    public const string InputName = "standard input";

    /// <summary>What sentences call standard output.</summary>
    public const string OutputName = "standard output";

    /// <summary>What sentences call something that is read.</summary>
    public static string NameOfInput(string path) => path == Name ? InputName : path;

    /// <summary>What sentences call something that is written.</summary>
    public static string NameOfOutput(string path) => path == Name ? OutputName : path;
}
