using System.Buffers.Binary;

namespace Glaze.Imaging.Metadata;

/// <summary>Reads the directories of a TIFF file or an EXIF block, which have the same form. What lies outside the bytes is left out.</summary>
internal sealed class TagReader
{
    private const int MaximumFields = 4096;

    private readonly ReadOnlyMemory<byte> _block;
    private readonly bool _isBigTiff;

    private TagReader(ReadOnlyMemory<byte> block, bool isBigEndian, bool isBigTiff)
    {
        _block = block;
        IsBigEndian = isBigEndian;
        _isBigTiff = isBigTiff;
    }

    /// <summary>Whether numbers have their high byte first.</summary>
    internal bool IsBigEndian { get; }

    /// <summary>Whether something pointed outside the block.</summary>
    internal bool IsDamaged { get; private set; }

    /// <summary>Where the first directory lies.</summary>
    internal long First => _isBigTiff ? Number(8, 8) ?? 0 : Number(4, 4) ?? 0;

    /// <summary>Looks at the header.</summary>
    /// <returns>Null when it is none.</returns>
    internal static TagReader? Open(ReadOnlyMemory<byte> block)
    {
        var start = block.Span;
        if (start.Length < 8 || start[0] != start[1] || start[0] is not ((byte)'I' or (byte)'M'))
        {
            return null;
        }

        var isBigEndian = start[0] == 'M';
        return (isBigEndian ? start[3] : start[2]) switch
        {
            42 => new TagReader(block, isBigEndian, isBigTiff: false),
            43 => new TagReader(block, isBigEndian, isBigTiff: true),
            _ => null,
        };
    }

    /// <summary>The wanted fields of the directory at a place.</summary>
    /// <param name="at">Offset in the block.</param>
    /// <param name="wanted">Tags to read; the values of others are not copied.</param>
    /// <param name="next">Where the next directory of the chain lies; 0 for none.</param>
    internal SortedDictionary<ushort, TagField> Directory(long at, Func<ushort, bool> wanted, out long next)
    {
        var fields = new SortedDictionary<ushort, TagField>();
        var (countSize, entrySize, offsetSize) = _isBigTiff ? (8, 20, 8) : (2, 12, 4);
        next = 0;
        if (Number(at, countSize) is not { } count || count > MaximumFields)
        {
            IsDamaged = true;
            return fields;
        }

        for (var i = 0; i < count; i++)
        {
            var entry = at + countSize + (i * (long)entrySize);
            if (Field(entry, offsetSize, wanted) is { } field)
            {
                fields.TryAdd(field.Tag, field);
            }
        }

        next = Number(at + countSize + (count * entrySize), offsetSize) ?? 0;
        return fields;
    }

    /// <summary>The first value of a field as a number; null for a field of another kind.</summary>
    internal long? Value(TagField? field) => field switch
    {
        { Type: TagField.ByteType, Value.Length: >= 1 } => field.Value[0],
        { Type: TagField.ShortType, Value.Length: >= 2 } => IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(field.Value) : BinaryPrimitives.ReadUInt16LittleEndian(field.Value),
        { Type: TagField.LongType or 13, Value.Length: >= 4 } => IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(field.Value) : BinaryPrimitives.ReadUInt32LittleEndian(field.Value),
        { Type: 16 or 18, Value.Length: >= 8 } => IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(field.Value) : BinaryPrimitives.ReadInt64LittleEndian(field.Value),
        _ => null,
    };

    /// <summary>Where the value of a directory's entry lies; null when it is inside the entry.</summary>
    internal int? PlaceOf(long directory, ushort tag)
    {
        if (_isBigTiff || Number(directory, 2) is not { } count)
        {
            return null;
        }

        for (var i = 0; i < Math.Min(count, MaximumFields); i++)
        {
            var entry = directory + 2 + (12L * i);
            if (Number(entry, 2) == tag)
            {
                return Number(entry + 8, 4) is { } place && place < _block.Length ? (int)place : null;
            }
        }

        return null;
    }

    private TagField? Field(long entry, int offsetSize, Func<ushort, bool> wanted)
    {
        if (Number(entry, 2) is not { } tag || Number(entry + 2, 2) is not { } type || Number(entry + 4, offsetSize) is not { } count)
        {
            IsDamaged = true;
            return null;
        }

        var size = TagField.SizeOf((ushort)type);
        if (!wanted((ushort)tag))
        {
            return null;
        }

        var length = count <= int.MaxValue ? count * size : long.MaxValue;
        var place = length <= offsetSize ? entry + 4 + offsetSize : Number(entry + 4 + offsetSize, offsetSize) ?? long.MaxValue;
        if (size == 0 || count == 0 || length > _block.Length || place > _block.Length - length)
        {
            IsDamaged |= count != 0;
            return null;
        }

        return new TagField((ushort)tag, (ushort)type, (uint)count, _block.Slice((int)place, (int)length).ToArray());
    }

    private long? Number(long at, int size)
    {
        if (at < 0 || at > _block.Length - size)
        {
            return null;
        }

        var bytes = _block.Span.Slice((int)at, size);
        long value = 0;
        for (var i = 0; i < size; i++)
        {
            value = (value << 8) | bytes[IsBigEndian ? i : size - 1 - i];
        }

        return value < 0 ? null : value;
    }
}
