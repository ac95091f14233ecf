using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Glaze.TestKit.Golden;

/// <summary>Compares text with a committed file <c>Name.verified.txt</c> beside the test; on a difference leaves <c>Name.received.txt</c>.</summary>
public static class GoldenText
{
    /// <summary>Fails unless the text equals the approved file.</summary>
    /// <param name="name">Name of the golden file without its endings.</param>
    /// <param name="received">Text the test produced.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    public static void ShouldMatch(string name, string received, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        var approvedPath = Path.Combine(folder, name + ".verified.txt");
        var receivedPath = Path.Combine(folder, name + ".received.txt");
        var approved = File.Exists(approvedPath) ? Normalize(File.ReadAllText(approvedPath)) : null;
        received = Normalize(received);
        if (string.Equals(approved, received, StringComparison.Ordinal))
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        throw new XunitException(approved is null
            ? $"There is no approved {name}.verified.txt; what was received is in {name}.received.txt."
            : $"{name}.verified.txt differs from line {FirstDifference(approved, received)} on; what was received is in {name}.received.txt.");
    }

    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static int FirstDifference(string left, string right) =>
        left.Split('\n').Zip(right.Split('\n')).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count() + 1;
}
