using System.Globalization;

namespace Glaze.Languages;

/// <summary>
/// One of the product's languages: all its words, from the one file of that language in <c>Words</c>. Which languages there are is found by
/// looking at what is embedded; no code names one but English, which the others are translated from.
/// </summary>
public sealed class Language
{
    private static readonly Lazy<IReadOnlyList<Language>> Embedded = new(Scan);

    private readonly Lazy<IReadOnlyDictionary<string, string>> _words;

    private Language(string tag)
    {
        Tag = tag;
        _words = new(() => WordFile.Read(tag));
    }

    /// <summary>Every language: English first, then by tag.</summary>
    public static IReadOnlyList<Language> All => Embedded.Value;

    /// <summary>What is spoken where no other language fits.</summary>
    public static Language English => All[0];

    /// <summary>The language's tag, such as <c>ja</c> or <c>zh-Hans</c>: the name of its file, and what the protocol sends.</summary>
    public string Tag { get; }

    /// <summary>The names of all its words, <c>section.Name</c>.</summary>
    public IEnumerable<string> Keys => _words.Value.Keys;

    /// <summary>The words of a name; English where a language lacks them.</summary>
    /// <param name="key"><c>section.Name</c>.</param>
    /// <exception cref="KeyNotFoundException">Not even English has them.</exception>
    public string this[string key] => Find(key) ?? English.Find(key) ?? throw new KeyNotFoundException($"No language has words for \"{key}\".");

    /// <summary>The language of a tag; English when there is none.</summary>
    /// <param name="tag">Such as <c>ja</c>; case does not matter.</param>
    public static Language Of(string tag) => Exact(tag) ?? English;

    /// <summary>The language that suits a culture: its own, or that of the nearest of its parents that has one; English when none has.</summary>
    /// <param name="culture">Such as <c>zh-CN</c>, whose parent is <c>zh-Hans</c>.</param>
    public static Language Of(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        for (var wider = culture; wider.Name.Length > 0; wider = wider.Parent)
        {
            if (Exact(wider.Name) is { } language)
            {
                return language;
            }
        }

        return English;
    }

    /// <summary>The words of a name in this very language, or null.</summary>
    /// <param name="key"><c>section.Name</c>.</param>
    public string? Find(string key) => _words.Value.GetValueOrDefault(key);

    /// <summary>The words of a name with their placeholders filled; numbers are written as everywhere alike.</summary>
    /// <param name="key"><c>section.Name</c>.</param>
    /// <param name="arguments">What fills the placeholders.</param>
    /// <exception cref="KeyNotFoundException">Not even English has them.</exception>
    public string Format(string key, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, this[key], arguments);

    /// <inheritdoc/>
    public override string ToString() => Tag;

    private static Language? Exact(string tag) => All.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));

    private static List<Language> Scan() =>
        [.. WordFile.Tags().OrderBy(tag => tag != "en").ThenBy(tag => tag, StringComparer.Ordinal).Select(tag => new Language(tag))];
}
