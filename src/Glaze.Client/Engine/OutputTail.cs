using System.Text;

namespace Glaze.Client.Engine;

/// <summary>Keeps the last lines of the engine's log in bounded memory, however much it writes.</summary>
internal sealed class OutputTail
{
    private const int MaxCharacters = 4000;

    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();

    /// <summary>The last output, whole lines as far as they fit.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString().Trim();
            }
        }
    }

    /// <summary>Reads until the end of the stream; never throws for a broken pipe.</summary>
    public async Task DrainAsync(TextReader reader)
    {
        var buffer = new char[1024];
        try
        {
            for (int count; (count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                Append(buffer.AsSpan(0, count));
            }
        }
        catch (Exception)
        {
            // The pipe broke with the process, or there is no room for its words: what was read is all there is.
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            _text.Append(text);
            if (_text.Length > 2 * MaxCharacters)
            {
                _text.Remove(0, _text.Length - MaxCharacters);
            }
        }
    }
}
