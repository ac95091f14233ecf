using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GlazeEffect.StandInEditor;

/// <summary>One line an event: milliseconds since the start, name, text. Line breaks in the text become " | ".</summary>
internal sealed class EventLog : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();

    public EventLog(string file)
    {
        var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
    }

    public void Write(string name, string text = "")
    {
        var line = text.ReplaceLineEndings(" | ");
        lock (_lock)
        {
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.ElapsedMilliseconds}\t{name}\t{line}"));
        }
    }

    public void Dispose() => _writer.Dispose();
}
