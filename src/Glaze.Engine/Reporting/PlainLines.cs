using System.Globalization;
using System.Text;

namespace Glaze.Engine.Reporting;

/// <summary>
/// Text for people in which nothing steers a terminal: control characters, which names of files may hold, are written as their codes. A line
/// that is written as one stays one.
/// </summary>
/// <param name="inner">Where the text goes.</param>
internal sealed class PlainLines(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    /// <summary>Where the text goes.</summary>
    public TextWriter Inner => inner;

    public override Encoding Encoding => inner.Encoding;

    /// <summary>A line without control characters.</summary>
    public static string Of(string line)
    {
        if (!line.Any(char.IsControl))
        {
            return line;
        }

        var text = new StringBuilder();
        foreach (var character in line)
        {
            text.Append(character switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(character) => $"\\x{(int)character:x2}",
                _ => character.ToString(),
            });
        }

        return text.ToString();
    }

    public override void Write(char value) => inner.Write(value is '\n' or '\r' ? value.ToString() : Of(value.ToString()));

    // What is written without being a line, such as the parser's own help, may have several.
    public override void Write(string? value) => inner.Write(string.Join('\n', (value ?? string.Empty).Split('\n').Select(line => line.EndsWith('\r') ? Of(line[..^1]) + '\r' : Of(line))));

    public override void WriteLine() => inner.WriteLine();

    public override void WriteLine(string? value) => inner.WriteLine(Of(value ?? string.Empty));

    // An exception has many lines.
    public override void WriteLine(object? value)
    {
        Write(value?.ToString());
        WriteLine();
    }

    public override void Flush() => inner.Flush();
}
