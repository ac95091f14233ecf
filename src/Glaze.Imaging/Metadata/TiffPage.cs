namespace Glaze.Imaging.Metadata;

/// <summary>One directory in the chain of a TIFF file.</summary>
/// <param name="Index">Its number in the chain.</param>
/// <param name="Place">Where it lies.</param>
/// <param name="IsReduced">Whether it says that it is a smaller version of another one: a thumbnail.</param>
/// <param name="Photometric">The kind of colours, as TIFF numbers them.</param>
/// <param name="HasLayers">Whether Photoshop's layers are stored with it.</param>
internal sealed record TiffPage(int Index, long Place, bool IsReduced, int Photometric, bool HasLayers)
{
    internal const int Separated = 5;
    internal const int CieLab = 8;
    internal const int IccLab = 9;
    internal const int ItuLab = 10;

    private const int MaximumPages = 1024;

    /// <summary>The page that is the picture: the first one that is not a smaller version of another; null when the file is damaged.</summary>
    internal static TiffPage? OfPicture(byte[] file)
    {
        var pages = ReadAll(file);
        return pages.FirstOrDefault(page => !page.IsReduced) ?? (pages.Count > 0 ? pages[0] : null);
    }

    /// <summary>The pages of a file; none when it is damaged.</summary>
    internal static IReadOnlyList<TiffPage> ReadAll(byte[] file)
    {
        var pages = new List<TiffPage>();
        if (TagReader.Open(file) is not { } reader)
        {
            return pages;
        }

        var seen = new HashSet<long>();
        for (var place = reader.First; place > 0 && pages.Count < MaximumPages && seen.Add(place);)
        {
            var hasLayers = false;
            var fields = reader.Directory(place, IsOfInterest, out var next);
            pages.Add(new TiffPage(
                pages.Count,
                place,
                IsReducedBy(reader, fields),
                (int)(reader.Value(fields.GetValueOrDefault(TagName.Photometric)) ?? -1),
                hasLayers));
            place = next;

            bool IsOfInterest(ushort tag)
            {
                hasLayers |= tag == TagName.PhotoshopLayers;
                return tag is TagName.SubfileType or TagName.OldSubfileType or TagName.Photometric;
            }
        }

        return pages;
    }

    // TIFF 6.0, section 8: bit 0 of NewSubfileType; SubfileType, which came before it, is 2.
    private static bool IsReducedBy(TagReader reader, SortedDictionary<ushort, TagField> fields) =>
        (reader.Value(fields.GetValueOrDefault(TagName.SubfileType)) ?? 0) % 2 == 1 || reader.Value(fields.GetValueOrDefault(TagName.OldSubfileType)) == 2;
}
