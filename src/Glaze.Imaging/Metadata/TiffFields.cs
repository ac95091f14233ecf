using System.Buffers.Binary;

namespace Glaze.Imaging.Metadata;

/// <summary>Reads and writes what TIFF says beside its pixels: the tags of its picture's directory and the EXIF and GPS directories below it.</summary>
internal static class TiffFields
{
    private const int InchUnit = 2;
    private const int CentimetreUnit = 3;
    private const int NoUnit = 1;

    internal static ImageMetadata Read(byte[] file)
    {
        var metadata = new ImageMetadata();
        if (TiffPage.OfPicture(file) is not { } page || TagReader.Open(file) is not { } reader)
        {
            return metadata;
        }

        var tree = TagTree.Read(reader, page.Place, tag => !TagName.IsStructure(tag) && !TagName.IsBlock(tag) && tag != TagName.PhotoshopLayers, metadata.LeftOutList);
        var blocks = reader.Directory(page.Place, TagName.IsBlock, out _);
        metadata.IccProfile = blocks.GetValueOrDefault(TagName.IccProfile)?.Value;
        if (blocks.TryGetValue(TagName.Xmp, out var xmp))
        {
            metadata.ReadXmp(xmp.Value);
        }

        metadata.Photoshop = blocks.TryGetValue(TagName.Photoshop, out var photoshop) ? PhotoshopResources.Read(photoshop.Value, metadata.LeftOutList) : null;
        metadata.Photoshop ??= blocks.TryGetValue(TagName.Iptc, out var iptc) ? PhotoshopResources.OfIptc(Iptc(iptc), metadata.LeftOutList) : null;
        metadata.Density = Density(tree);
        metadata.Tags = tree.IsEmpty ? null : tree;
        if (page.HasLayers)
        {
            metadata.LeftOutList.Add("Photoshop's layers, which hold the picture as it was");
        }

        return metadata;
    }

    internal static byte[] Write(byte[] file, ImageMetadata metadata, bool keepsColours, List<string> lost)
    {
        if (TagReader.Open(file) is not { IsBigEndian: false } reader)
        {
            return file;
        }

        var tree = PngOnly.Tags(metadata, asLittleEndian: true);
        TextTags.AddAllTo(tree, metadata.Texts, lost);
        PngOnly.Report(metadata, keepsColours, lost);
        lost.AddRange((metadata.JpegSegments ?? []).Where(segment => segment.Marker != JpegSegment.Comment).Select(segment => segment.Name));
        foreach (var tag in tree.Root.Keys.Where(tag => TagName.IsStructure(tag) || tag is TagName.HorizontalResolution or TagName.VerticalResolution or TagName.ResolutionUnit).ToList())
        {
            tree.Root.Remove(tag);
        }

        AddDensity(tree, metadata.Density);
        AddBlocks(tree, metadata, keepsColours);
        foreach (var field in reader.Directory(reader.First, TagName.IsStructure, out _).Values)
        {
            tree.Root[field.Tag] = field;
        }

        return Replace(file, tree);
    }

    /// <summary>States a resolution in tags, unless there is one.</summary>
    internal static void AddDensity(TagTree tree, PixelDensity? density)
    {
        if (density is not { } stated || tree.Root.ContainsKey(TagName.HorizontalResolution))
        {
            return;
        }

        var (horizontal, vertical, unit) = stated.Unit == DensityUnit.Metre ? stated.ToInches()!.Value : stated;
        tree.Set(TagField.Rational(TagName.HorizontalResolution, horizontal));
        tree.Set(TagField.Rational(TagName.VerticalResolution, vertical));
        tree.Set(TagField.Short(TagName.ResolutionUnit, unit switch { DensityUnit.Inch => InchUnit, DensityUnit.Centimetre => CentimetreUnit, _ => NoUnit }));
    }

    /// <summary>The unit that a tag's number stands for; without the tag it is inches.</summary>
    internal static DensityUnit UnitOf(int? tag) => tag switch { NoUnit => DensityUnit.None, CentimetreUnit => DensityUnit.Centimetre, _ => DensityUnit.Inch };

    private static PixelDensity? Density(TagTree tree)
    {
        var (horizontal, vertical) = (tree.Fraction(TagName.HorizontalResolution), tree.Fraction(TagName.VerticalResolution));
        var unit = UnitOf(tree.Number(TagName.ResolutionUnit));
        tree.Root.Remove(TagName.HorizontalResolution);
        tree.Root.Remove(TagName.VerticalResolution);
        tree.Root.Remove(TagName.ResolutionUnit);
        return horizontal is { } x && vertical is { } y ? PixelDensity.Create(x, y, unit) : null;
    }

    private static void AddBlocks(TagTree tree, ImageMetadata metadata, bool keepsColours)
    {
        if (keepsColours && metadata.IccProfile is { } profile)
        {
            tree.Set(TagField.Bytes(TagName.IccProfile, TagField.UndefinedType, profile));
        }

        if (metadata.Xmp is { } xmp)
        {
            tree.Set(TagField.Bytes(TagName.Xmp, TagField.ByteType, xmp));
        }

        if (metadata.Photoshop is { HoldsMore: true } photoshop)
        {
            tree.Set(TagField.Bytes(TagName.Photoshop, TagField.ByteType, photoshop.Write()));
        }

        if (metadata.Iptc is { } iptc)
        {
            // Numbers of four bytes by tradition, filled up with zeros.
            var filled = new byte[(iptc.Length + 3) & ~3];
            iptc.CopyTo(filled, 0);
            tree.Set(TagField.Bytes(TagName.Iptc, TagField.LongType, filled));
        }
    }

    // The new directories go to the end, and the header points there.
    private static byte[] Replace(byte[] file, TagTree tree)
    {
        var start = (file.Length + 1) & ~1;
        var directories = TagWriter.Append(tree, start, out var root);
        var result = new byte[start + directories.Length];
        file.CopyTo(result, 0);
        directories.CopyTo(result, start);
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)root);
        return result;
    }

    // Every record begins with 0x1C; where the fourth byte has it, the block was written as numbers of the other byte order.
    private static byte[] Iptc(TagField field)
    {
        const byte RecordMark = 0x1C;
        var isTurned = field.Type == TagField.LongType && field.Value.Length >= 4 && field.Value[0] != RecordMark && field.Value[3] == RecordMark;
        return (isTurned ? field.Swapped() : field).Value.AsSpan().TrimEnd((byte)0).ToArray();
    }
}
