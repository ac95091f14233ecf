using Glaze.Engine.Files;
using Glaze.Imaging;

namespace Glaze.Engine.Jobs;

/// <summary>One picture of a batch.</summary>
/// <param name="Input">Where it is; <c>-</c> for standard input.</param>
/// <param name="Output">Where its cloaked copy goes; <c>-</c> for standard output.</param>
internal sealed record BatchFile(string Input, string Output)
{
    /// <summary>Whether the cloaked copy goes to standard output.</summary>
    public bool IsToStandardOutput => Output == StandardStream.Name;

    /// <summary>What sentences call the picture.</summary>
    public string Name => StandardStream.NameOfInput(Input);

    /// <summary>What sentences call its cloaked copy.</summary>
    public string NameOfResult => IsToStandardOutput ? Name : Output;

    /// <summary>The format that the output's name asks for; null when it has none, as standard output.</summary>
    public ImageFormat? FormatOfName => IsToStandardOutput ? null : ImageFormats.FromExtension(Output);
}
