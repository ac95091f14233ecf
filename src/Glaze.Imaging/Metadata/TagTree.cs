namespace Glaze.Imaging.Metadata;

/// <summary>What a picture's EXIF block says, or the same tags of a TIFF file: four directories, without thumbnails.</summary>
internal sealed class TagTree
{
    internal TagTree(bool isBigEndian = false) => IsBigEndian = isBigEndian;

    /// <summary>Whether numbers have their high byte first.</summary>
    internal bool IsBigEndian { get; }

    /// <summary>The picture's own tags.</summary>
    internal SortedDictionary<ushort, TagField> Root { get; private init; } = [];

    /// <summary>How and when it was taken or made.</summary>
    internal SortedDictionary<ushort, TagField> Exif { get; private init; } = [];

    /// <summary>Where.</summary>
    internal SortedDictionary<ushort, TagField> Gps { get; private init; } = [];

    /// <summary>Which rules of interoperability it keeps.</summary>
    internal SortedDictionary<ushort, TagField> Interop { get; private init; } = [];

    /// <summary>Where the maker note lay in its block: its inner offsets count from the block's start, so it goes back there.</summary>
    internal int? MakerNotePlace { get; private init; }

    /// <summary>Whether it holds nothing.</summary>
    internal bool IsEmpty => Directories.All(directory => directory.Count == 0);

    /// <summary>The bytes of all values.</summary>
    internal long ValueLength => Directories.Sum(directory => directory.Values.Sum(entry => (long)entry.Value.Length));

    private SortedDictionary<ushort, TagField>[] Directories => [Root, Exif, Gps, Interop];

    /// <summary>Reads an EXIF block.</summary>
    /// <param name="block">The block from its byte order mark on.</param>
    /// <param name="leftOut">Receives what was left out besides thumbnails.</param>
    /// <returns>Null when it is none.</returns>
    internal static TagTree? Read(byte[] block, List<string> leftOut)
    {
        if (TagReader.Open(block) is not { } reader)
        {
            leftOut.Add("EXIF, which is damaged");
            return null;
        }

        return Read(reader, reader.First, tag => tag is not (TagName.ThumbnailOffset or TagName.ThumbnailLength or TagName.SubDirectories), leftOut);
    }

    /// <summary>Reads the wanted tags of a directory and the three that it points to.</summary>
    internal static TagTree Read(TagReader reader, long at, Func<ushort, bool> wanted, List<string> leftOut)
    {
        var root = reader.Directory(at, wanted, out _);
        var exif = Child(reader, root, TagName.ExifDirectory);
        var exifPlace = reader.Value(root.GetValueOrDefault(TagName.ExifDirectory));
        var tree = new TagTree(reader.IsBigEndian)
        {
            Root = root,
            Exif = exif,
            Gps = Child(reader, root, TagName.GpsDirectory),
            Interop = Child(reader, exif, TagName.InteropDirectory),
            MakerNotePlace = exifPlace is { } place ? reader.PlaceOf(place, TagName.MakerNote) : null,
        };
        tree.DropPointers();
        tree.DropPictures(leftOut);
        if (reader.IsDamaged)
        {
            leftOut.Add("parts of EXIF that are damaged");
        }

        return tree;
    }

    /// <summary>The first value of a tag of the root as a small number.</summary>
    internal int? Number(ushort tag) => Root.TryGetValue(tag, out var field) && field is { Type: TagField.ShortType, Value.Length: >= 2 }
        ? IsBigEndian ? (field.Value[0] << 8) | field.Value[1] : (field.Value[1] << 8) | field.Value[0]
        : null;

    /// <summary>The first value of a tag of the root as a fraction.</summary>
    internal double? Fraction(ushort tag)
    {
        if (!Root.TryGetValue(tag, out var field) || field is not { Type: TagField.RationalType, Value.Length: >= 8 })
        {
            return null;
        }

        var bytes = IsBigEndian ? field.Swapped().Value : field.Value;
        var divisor = BitConverter.ToUInt32(bytes, 4);
        return divisor == 0 ? null : BitConverter.ToUInt32(bytes, 0) / (double)divisor;
    }

    /// <summary>Sets a tag of the root; the field is in little-endian order.</summary>
    internal void Set(TagField field) => Root[field.Tag] = IsBigEndian ? field.Swapped() : field;

    /// <summary>A copy to change, or to put into a little-endian file.</summary>
    internal TagTree Clone(bool asLittleEndian = false)
    {
        var isSwapped = asLittleEndian && IsBigEndian;
        SortedDictionary<ushort, TagField> Copy(SortedDictionary<ushort, TagField> fields) =>
            new(fields.ToDictionary(pair => pair.Key, pair => isSwapped ? Swapped(pair.Value) : pair.Value));
        return new TagTree(IsBigEndian && !isSwapped)
        {
            Root = Copy(Root),
            Exif = Copy(Exif),
            Gps = Copy(Gps),
            Interop = Copy(Interop),
            MakerNotePlace = MakerNotePlace,
        };
    }

    /// <summary>Takes out the field that needs the most room; what says how the picture lies and whose it is goes last.</summary>
    /// <returns>Its tag.</returns>
    internal ushort DropLargest()
    {
        var (directory, field) = Directories.SelectMany(directory => directory.Values.Select(field => (directory, field)))
            .MinBy(entry => (entry.field.Tag is TagName.Orientation or TagName.Artist or TagName.Copyright ? 1 : 0, -RoomOf(entry.field)));
        directory.Remove(field.Tag);
        return field.Tag;
    }

    // The letters of a comment in Unicode have the byte order of all numbers.
    private static TagField Swapped(TagField field)
    {
        if (field.Tag != TagName.UserComment || !field.Value.AsSpan().StartsWith("UNICODE\0"u8))
        {
            return field.Swapped();
        }

        var letters = (byte[])field.Value.Clone();
        for (var i = 8; i + 2 <= letters.Length; i += 2)
        {
            letters.AsSpan(i, 2).Reverse();
        }

        return field with { Value = letters };
    }

    private static SortedDictionary<ushort, TagField> Child(TagReader reader, SortedDictionary<ushort, TagField> parent, ushort tag) =>
        reader.Value(parent.GetValueOrDefault(tag)) is { } place ? reader.Directory(place, _ => true, out _) : [];

    private void DropPointers()
    {
        Root.Remove(TagName.ExifDirectory);
        Root.Remove(TagName.GpsDirectory);
        Exif.Remove(TagName.InteropDirectory);
    }

    // A maker note goes back to its place, so that what lies before it counts too.
    private long RoomOf(TagField field) => field.Value.Length + (field.Tag == TagName.MakerNote ? MakerNotePlace ?? 0 : 0);

    // Cameras keep previews in their maker notes, other programs in tags of their own.
    private void DropPictures(List<string> leftOut)
    {
        foreach (var directory in Directories)
        {
            foreach (var field in directory.Values.Where(field => EmbeddedPicture.IsIn(field.Value)).ToList())
            {
                directory.Remove(field.Tag);
                leftOut.Add($"{TagName.Describe(field.Tag)}, which held a picture");
            }
        }
    }
}
