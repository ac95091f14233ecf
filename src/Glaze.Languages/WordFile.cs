using System.Text.Json;

namespace Glaze.Languages;

/// <summary>The embedded file of a language: sections of named words.</summary>
internal static class WordFile
{
    private const string Prefix = "Glaze.Languages.Words.";

    /// <summary>The tags of all files there are.</summary>
    public static IEnumerable<string> Tags() => typeof(WordFile).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..]);

    /// <summary>The words of a file by <c>section.Name</c>.</summary>
    public static IReadOnlyDictionary<string, string> Read(string tag)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream(Prefix + tag)!;
        using var file = JsonDocument.Parse(stream);
        return file.RootElement.EnumerateObject()
            .SelectMany(section => section.Value.EnumerateObject().Select(word => (Key: $"{section.Name}.{word.Name}", Words: word.Value.GetString()!)))
            .ToDictionary(entry => entry.Key, entry => entry.Words, StringComparer.Ordinal);
    }
}
