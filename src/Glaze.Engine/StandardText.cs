using System.Text;

namespace Glaze.Engine;

/// <summary>Standard output and error as text: UTF-8 in files and pipes on every system, every character on a terminal.</summary>
internal static class StandardText
{
    /// <summary>Opens both.</summary>
    public static (TextWriter Output, TextWriter Errors) Open()
    {
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
        {
            // A Windows terminal takes UTF-16 as it is; any other encoding would change its code page for the programs after us.
            Console.OutputEncoding = Encoding.Unicode;
        }

        return (
            Console.IsOutputRedirected ? Utf8(Console.OpenStandardOutput()) : Console.Out,
            Console.IsErrorRedirected ? Utf8(Console.OpenStandardError()) : Console.Error);
    }

    private static TextWriter Utf8(Stream stream) =>
        TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
}
