using System.Buffers.Binary;
using System.Text;

namespace Glaze.Imaging.Metadata;

/// <summary>One entry of a TIFF or EXIF directory; the value is in the byte order of its tree.</summary>
internal sealed record TagField(ushort Tag, ushort Type, uint Count, byte[] Value)
{
    internal const ushort ByteType = 1;
    internal const ushort AsciiType = 2;
    internal const ushort ShortType = 3;
    internal const ushort LongType = 4;
    internal const ushort RationalType = 5;
    internal const ushort UndefinedType = 7;

    private const ushort Utf8Type = 129;

    /// <summary>Bytes of one value of a type; 0 for a type that is not known.</summary>
    internal static int SizeOf(ushort type) => type switch
    {
        1 or 2 or 6 or 7 or Utf8Type => 1,
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 or 16 or 17 or 18 => 8,
        _ => 0,
    };

    /// <summary>A text, which ends with a zero byte.</summary>
    internal static TagField Text(ushort tag, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + '\0');
        return new TagField(tag, AsciiType, (uint)bytes.Length, bytes);
    }

    /// <summary>Bytes as they are.</summary>
    internal static TagField Bytes(ushort tag, ushort type, byte[] value) => new(tag, type, (uint)(value.Length / SizeOf(type)), value);

    /// <summary>A 16-bit number in little-endian order.</summary>
    internal static TagField Short(ushort tag, ushort value) => new(tag, ShortType, 1, [(byte)value, (byte)(value >> 8)]);

    /// <summary>A fraction in little-endian order, exact for whole numbers and to a thousandth for others.</summary>
    internal static TagField Rational(ushort tag, double value)
    {
        var denominator = value == Math.Round(value) ? 1u : 1000u;
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)Math.Clamp(Math.Round(value * denominator), 0, uint.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), denominator);
        return new TagField(tag, RationalType, 1, bytes);
    }

    /// <summary>The same field for a tree of the other byte order.</summary>
    internal TagField Swapped()
    {
        // A fraction is two numbers of four bytes.
        var unit = Type is 5 or 10 ? 4 : SizeOf(Type);
        if (unit == 1)
        {
            return this;
        }

        var bytes = (byte[])Value.Clone();
        for (var at = 0; at + unit <= bytes.Length; at += unit)
        {
            bytes.AsSpan(at, unit).Reverse();
        }

        return this with { Value = bytes };
    }
}
