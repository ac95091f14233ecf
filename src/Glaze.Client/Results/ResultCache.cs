using Glaze.Client.Pixels;
using Glaze.Client.Settings;

namespace Glaze.Client.Results;

/// <summary>
/// The last final results, so that OK, redo, repeat and reopening the dialog compute nothing twice. Keyed by picture, settings
/// and the state of the engine and its models; bounded in entries and in bytes, the oldest leave first. Safe from any thread.
/// </summary>
public sealed class ResultCache
{
    private readonly int _maxEntries;
    private readonly long _maxBytes;
    private readonly LinkedList<(string Picture, CloakSettings Settings, string Engine, CloakOutput Output)> _entries = new();

    /// <summary>Creates a cache.</summary>
    /// <param name="maxEntries">Most results kept, 1 or more.</param>
    /// <param name="maxBytes">Most bytes of pixels kept; the newest result is kept whatever its size.</param>
    public ResultCache(int maxEntries = 4, long maxBytes = 512L << 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEntries, 1);
        _maxEntries = maxEntries;
        _maxBytes = maxBytes;
    }

    /// <summary>Finds the result of a picture and settings.</summary>
    /// <param name="picture">The picture's key.</param>
    /// <param name="settings">The settings as sent, the style resolved.</param>
    /// <param name="engine">The engine's <see cref="EngineStamp"/>.</param>
    /// <returns>The result, or null.</returns>
    public CloakOutput? Find(string picture, CloakSettings settings, string engine)
    {
        lock (_entries)
        {
            foreach (var entry in _entries)
            {
                if (string.Equals(entry.Picture, picture, StringComparison.Ordinal) && entry.Settings == settings
                    && string.Equals(entry.Engine, engine, StringComparison.Ordinal))
                {
                    return entry.Output;
                }
            }

            return null;
        }
    }

    /// <summary>Keeps a result.</summary>
    /// <param name="picture">The picture's key.</param>
    /// <param name="settings">The settings as sent, the style resolved.</param>
    /// <param name="engine">The engine's <see cref="EngineStamp"/> while it computed.</param>
    /// <param name="output">The result.</param>
    public void Add(string picture, CloakSettings settings, string engine, CloakOutput output)
    {
        lock (_entries)
        {
            _entries.AddFirst((picture, settings, engine, output));
            while (_entries.Count > 1 && (_entries.Count > _maxEntries || _entries.Sum(entry => entry.Output.Bgra.LongLength) > _maxBytes))
            {
                _entries.RemoveLast();
            }
        }
    }
}
