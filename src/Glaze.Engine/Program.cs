using Glaze.Engine.Commands;

namespace Glaze.Engine;

/// <summary>The command line <c>glaze</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        using var interruption = new Interruption();
        var (output, errors) = StandardText.Open();
        return CommandLine.Run(arguments, output, errors, interruption.Token);
    }
}
