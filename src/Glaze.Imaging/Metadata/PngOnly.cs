namespace Glaze.Imaging.Metadata;

/// <summary>What a PNG file says in a way of its own: what has a place in other formats, and the names of what has none.</summary>
internal static class PngOnly
{
    private const int TimeLength = 7;

    /// <summary>The picture's tags to change, with the time of the last change that PNG keeps in a chunk.</summary>
    internal static TagTree Tags(ImageMetadata metadata, bool asLittleEndian = false)
    {
        var tags = metadata.Tags?.Clone(asLittleEndian) ?? new TagTree();
        if ((metadata.PngChunks ?? []).Find(chunk => chunk.Kind == "tIME") is { Data.Length: TimeLength } time && !tags.Root.ContainsKey(TagName.DateTime))
        {
            var data = time.Data;
            tags.Set(TagField.Text(TagName.DateTime, $"{(data[0] << 8) | data[1]:0000}:{data[2]:00}:{data[3]:00} {data[4]:00}:{data[5]:00}:{data[6]:00}"));
        }

        return tags;
    }

    /// <summary>Names what other formats have no place for.</summary>
    internal static void Report(ImageMetadata metadata, bool keepsColours, List<string> lost)
    {
        foreach (var kind in (metadata.PngChunks ?? []).Select(chunk => chunk.Kind).Distinct())
        {
            // Texts become tags; colours that are not kept are reported where they are converted; sBIT and bKGD speak of PNG's own samples.
            if (kind is not ("IHDR" or "sBIT" or "bKGD" or "tEXt" or "zTXt" or "iTXt" or "sRGB" or "gAMA" or "cHRM" or "cICP" or "tIME") && (keepsColours || kind is not ("mDCV" or "cLLI")))
            {
                lost.Add($"the PNG chunk {kind}");
            }
        }
    }
}
