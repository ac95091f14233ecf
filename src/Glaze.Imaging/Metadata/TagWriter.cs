using System.Buffers.Binary;

namespace Glaze.Imaging.Metadata;

/// <summary>Writes the directories of a <see cref="TagTree"/>: values first, then the directory that names them.</summary>
internal sealed class TagWriter : IDisposable
{
    // An EXIF block in JPEG has less than 64 kB; a maker note that lay farther behind is not put back there.
    private const int FarthestMakerNote = 1 << 16;

    private readonly MemoryStream _stream = new();
    private readonly bool _isBigEndian;
    private readonly long _base;
    private (byte[] Value, long Place)? _makerNote;

    private TagWriter(bool isBigEndian, long start)
    {
        _isBigEndian = isBigEndian;
        _base = start;
    }

    private long Position => _base + _stream.Length;

    /// <summary>A block of its own, with the header.</summary>
    internal static byte[] Write(TagTree tree)
    {
        using var writer = new TagWriter(tree.IsBigEndian, 0);
        writer._stream.Write(tree.IsBigEndian ? "MM\0*\0\0\0\0"u8 : "II*\0\0\0\0\0"u8);
        if (tree.MakerNotePlace is { } place and >= 8 and < FarthestMakerNote && tree.Exif.TryGetValue(TagName.MakerNote, out var note) && note.Value.Length > 4)
        {
            writer._stream.SetLength(place);
            writer._makerNote = (note.Value, place);
            writer.Append(note.Value);
        }

        var root = writer.Tree(tree);
        var block = writer._stream.ToArray();
        writer.Put(block.AsSpan(4), (uint)root);
        return block;
    }

    /// <summary>Directories to append to a little-endian file.</summary>
    /// <param name="tree">The tags, in little-endian order.</param>
    /// <param name="start">The even length of the file so far.</param>
    /// <param name="root">Where the first directory comes to lie.</param>
    internal static byte[] Append(TagTree tree, long start, out long root)
    {
        using var writer = new TagWriter(isBigEndian: false, start);
        root = writer.Tree(tree);
        return writer._stream.ToArray();
    }

    public void Dispose() => _stream.Dispose();

    private long Tree(TagTree tree)
    {
        var exif = Clone(tree.Exif);
        Point(exif, TagName.InteropDirectory, tree.Interop);
        var root = Clone(tree.Root);
        Point(root, TagName.ExifDirectory, exif);
        Point(root, TagName.GpsDirectory, tree.Gps);
        return Directory(root);
    }

    private void Point(SortedDictionary<ushort, TagField> parent, ushort tag, SortedDictionary<ushort, TagField> child)
    {
        if (child.Count > 0)
        {
            var place = new byte[4];
            Put(place, (uint)Directory(child));
            parent[tag] = new TagField(tag, TagField.LongType, 1, place);
        }
    }

    private long Directory(SortedDictionary<ushort, TagField> fields)
    {
        var entries = new byte[2 + (12 * fields.Count) + 4];
        PutShort(entries, (ushort)fields.Count);
        var at = 2;
        foreach (var field in fields.Values)
        {
            PutShort(entries.AsSpan(at), field.Tag);
            PutShort(entries.AsSpan(at + 2), field.Type);
            Put(entries.AsSpan(at + 4), field.Count);
            if (field.Value.Length <= 4)
            {
                field.Value.CopyTo(entries, at + 8);
            }
            else
            {
                Put(entries.AsSpan(at + 8), (uint)(_makerNote is { } note && note.Value == field.Value ? note.Place : Append(field.Value)));
            }

            at += 12;
        }

        return Append(entries);
    }

    private long Append(ReadOnlySpan<byte> bytes)
    {
        if ((Position & 1) == 1)
        {
            _stream.WriteByte(0);
        }

        var place = Position;
        _stream.Position = _stream.Length;
        _stream.Write(bytes);
        return place;
    }

    private static SortedDictionary<ushort, TagField> Clone(SortedDictionary<ushort, TagField> fields) => new(fields);

    private void Put(Span<byte> to, uint value)
    {
        if (_isBigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(to, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(to, value);
        }
    }

    private void PutShort(Span<byte> to, ushort value)
    {
        if (_isBigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(to, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(to, value);
        }
    }
}
