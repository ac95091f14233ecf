using System.Text;

namespace Glaze.Imaging.Metadata;

/// <summary>Texts under keywords (PNG) and comments (JPEG) as the EXIF tags of the same meaning, for formats that have no texts.</summary>
internal static class TextTags
{
    /// <summary>The keyword of a text about nothing in particular.</summary>
    internal const string Comment = "Comment";

    private static readonly Dictionary<string, ushort> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Author"] = TagName.Artist,
        ["Copyright"] = TagName.Copyright,
        ["Description"] = TagName.ImageDescription,
        ["Software"] = TagName.Software,
        ["Title"] = TagName.DocumentName,
    };

    /// <summary>Adds the texts that have a tag which is still free.</summary>
    /// <param name="tree">The tags.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="longest">The most letters that a tag is given.</param>
    /// <returns>The others.</returns>
    internal static IReadOnlyList<PictureText> AddTo(TagTree tree, IReadOnlyList<PictureText> texts, int longest = int.MaxValue)
    {
        var rest = new List<PictureText>();
        foreach (var text in texts)
        {
            if (text.Text.Length <= longest && Tags.TryGetValue(text.Keyword, out var tag) && !tree.Root.ContainsKey(tag))
            {
                tree.Set(TagField.Text(tag, text.Text));
            }
            else
            {
                rest.Add(text);
            }
        }

        return rest;
    }

    /// <summary>Adds all texts: those without a tag of their own go into the user's comment, unless there is one.</summary>
    internal static void AddAllTo(TagTree tree, IReadOnlyList<PictureText> texts, List<string> lost)
    {
        var rest = AddTo(tree, texts);
        if (rest.Count == 0)
        {
            return;
        }

        if (tree.Exif.ContainsKey(TagName.UserComment))
        {
            lost.AddRange(rest.Select(text => $"the text \"{text.Keyword}\""));
            return;
        }

        var all = string.Join('\n', rest.Select(text => text.Keyword == Comment ? text.Text : $"{text.Keyword}: {text.Text}"));
        var letters = tree.IsBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        tree.Exif[TagName.UserComment] = TagField.Bytes(TagName.UserComment, TagField.UndefinedType, [.. "UNICODE\0"u8, .. letters.GetBytes(all)]);
    }
}
