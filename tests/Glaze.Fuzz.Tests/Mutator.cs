using System.Buffers.Binary;
using System.Text;

namespace Glaze.Fuzz.Tests;

/// <summary>Makes hostile files of good ones: flipped bits, cut ends, lying lengths, absurd numbers, deep nesting, parts in the wrong place.</summary>
/// <param name="seed">The same seed gives the same files.</param>
internal sealed class Mutator(int seed)
{
    // The kinds of Mutate that keep a file's length or nearly so.
    private static readonly int[] Gentle = [0, 1, 4, 8];

    private static readonly ulong[] Lies =
    [
        0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x00FF_FFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF,
        0x1_0000_0000, 0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFFF,
    ];

    private static readonly string[] Numbers = ["-1", "0", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775807", "1e308", "1e-9", "NaN", "null", "\"\"", "[]", "{}"];

    private readonly Random _random = new(seed);

    /// <summary>One of the files with one value changed in place, or with one to four mutations of any kind.</summary>
    public byte[] Next(IReadOnlyList<byte[]> files)
    {
        var file = (byte[])files[_random.Next(files.Count)].Clone();
        if (_random.Next(2) == 0)
        {
            // Gentle ones get past the first checks and reach deeper.
            return Mutate(file, files, Gentle[_random.Next(Gentle.Length)]);
        }

        for (var count = 1 + _random.Next(4); count > 0; count--)
        {
            file = Mutate(file, files, _random.Next(10));
        }

        return file;
    }

    private byte[] Mutate(byte[] file, IReadOnlyList<byte[]> files, int kind)
    {
        var at = file.Length == 0 ? 0 : _random.Next(file.Length);
        switch (kind)
        {
            case 0:
                return Changed(file, at, value => (byte)(value ^ (1 << _random.Next(8))));
            case 1:
                return Changed(file, at, _ => (byte)_random.Next(256));
            case 2:
                return file[..at];
            case 3:
                return [.. file, .. Junk(_random.Next(64))];
            case 4:
                return Lied(file, at);
            case 5:
                return [.. file[..at], .. file[Math.Min(file.Length, at + 1 + _random.Next(32))..]];
            case 6:
                return [.. file[..at], .. file[at..Math.Min(file.Length, at + 1 + _random.Next(64))], .. file[at..]];
            case 7:
                var other = files[_random.Next(files.Count)];
                return [.. file[..at], .. other[_random.Next(other.Length + 1)..]];
            case 8:
                return WithAnotherNumber(file);
            default:
                return Nested(file, at);
        }
    }

    private static byte[] Changed(byte[] file, int at, Func<byte, byte> change)
    {
        if (file.Length > 0)
        {
            file[at] = change(file[at]);
        }

        return file;
    }

    // Two, four or eight bytes that may be a length become an extreme one, in either byte order.
    private byte[] Lied(byte[] file, int at)
    {
        Span<byte> value = stackalloc byte[8];
        var lie = Lies[_random.Next(Lies.Length)];
        var size = 2 << _random.Next(3);
        if (_random.Next(2) == 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(value, lie);
            value = value[..size];
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(value, lie);
            value = value[(8 - size)..];
        }

        // Lengths gather at the front of a file.
        var place = _random.Next(2) == 0 ? at : Math.Min(at, _random.Next(64));
        value[..Math.Min(size, file.Length - place)].CopyTo(file.AsSpan(place));
        return file;
    }

    private byte[] WithAnotherNumber(byte[] file)
    {
        var starts = Enumerable.Range(0, file.Length).Where(i => char.IsAsciiDigit((char)file[i]) && (i == 0 || !char.IsAsciiDigit((char)file[i - 1]))).ToList();
        if (starts.Count == 0)
        {
            return file;
        }

        var start = starts[_random.Next(starts.Count)];
        var end = start;
        while (end < file.Length && char.IsAsciiDigit((char)file[end]))
        {
            end++;
        }

        return [.. file[..start], .. Encoding.ASCII.GetBytes(Numbers[_random.Next(Numbers.Length)]), .. file[end..]];
    }

    private byte[] Nested(byte[] file, int at)
    {
        var depth = 1 << _random.Next(14);
        byte[] layers = _random.Next(3) switch
        {
            0 => [.. Enumerable.Repeat((byte)'[', depth)],
            1 => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth))),
            _ => [.. Enumerable.Repeat(new byte[] { 0x0A, 0xFF, 0x7F }, depth).SelectMany(layer => layer)],
        };
        return [.. file[..at], .. layers, .. file[at..]];
    }

    private byte[] Junk(int length)
    {
        var junk = new byte[length];
        _random.NextBytes(junk);
        return junk;
    }
}
