using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Glaze.Imaging.Metadata;

/// <summary>PNG's three kinds of texts, and the blocks of other formats that programs store as texts of digits.</summary>
internal static class PngText
{
    /// <summary>The keyword under which XMP is stored.</summary>
    internal const string XmpKeyword = "XML:com.adobe.xmp";

    private const string ProfileKeyword = "Raw profile type ";
    private const int MaximumKeyword = 79;
    private const int MaximumInflated = 1 << 26;

    /// <summary>Keyword and text of a tEXt, zTXt or iTXt chunk; null when it is damaged.</summary>
    internal static PictureText? Read(PngChunk chunk)
    {
        var data = chunk.Data.AsSpan();
        var end = data.IndexOf((byte)0);
        if (end is < 1 or > MaximumKeyword)
        {
            return null;
        }

        var keyword = Encoding.Latin1.GetString(data[..end]);
        var rest = data[(end + 1)..];
        return chunk.Kind switch
        {
            "tEXt" => new PictureText(keyword, Encoding.Latin1.GetString(rest)),
            "zTXt" => rest.Length > 1 && Inflate(rest[1..]) is { } text ? new PictureText(keyword, Encoding.Latin1.GetString(text)) : null,
            "iTXt" => International(keyword, rest),
            _ => null,
        };
    }

    /// <summary>A chunk for a text: tEXt where its letters allow, else iTXt.</summary>
    internal static PngChunk Write(string keyword, string text)
    {
        var key = Encoding.Latin1.GetBytes(keyword);
        return Array.TrueForAll(text.ToCharArray(), letter => letter is '\n' or (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u00FF'))
            ? new PngChunk("tEXt", [.. key, 0, .. Encoding.Latin1.GetBytes(text)])
            : new PngChunk("iTXt", [.. key, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)]);
    }

    /// <summary>The XMP packet's chunk.</summary>
    internal static PngChunk WriteXmp(byte[] packet) => new("iTXt", [.. Encoding.Latin1.GetBytes(XmpKeyword), 0, 0, 0, 0, 0, .. packet]);

    /// <summary>The kind of block that a text of digits holds (exif, iptc, xmp …), or null for an ordinary text.</summary>
    internal static string? ProfileKind(PictureText text) =>
        text.Keyword.StartsWith(ProfileKeyword, StringComparison.Ordinal) ? text.Keyword[ProfileKeyword.Length..].ToUpperInvariant() : null;

    /// <summary>The block in a text of digits; null when it is damaged.</summary>
    internal static byte[]? ReadProfile(PictureText text)
    {
        var words = text.Text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || !int.TryParse(words[1], CultureInfo.InvariantCulture, out var length) || length < 0)
        {
            return null;
        }

        var digits = string.Concat(words[2].Where(char.IsAsciiHexDigit));
        return digits.Length == 2L * length ? Convert.FromHexString(digits) : null;
    }

    /// <summary>A block as a text of digits: a line with its kind, one with its length, then 36 bytes a line.</summary>
    internal static PngChunk WriteProfile(string kind, byte[] block)
    {
        var text = new StringBuilder().Append('\n').Append(kind).Append('\n').Append(CultureInfo.InvariantCulture, $"{block.Length,8}");
        foreach (var line in block.Chunk(36))
        {
            text.Append('\n').Append(Convert.ToHexStringLower(line));
        }

        return new PngChunk("zTXt", [.. Encoding.Latin1.GetBytes(ProfileKeyword + kind), 0, 0, .. Deflate(Encoding.Latin1.GetBytes(text.Append('\n').ToString()))]);
    }

    /// <summary>zlib's bytes unpacked; null when they are damaged or too many.</summary>
    internal static byte[]? Inflate(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var source = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            using var target = new MemoryStream();
            var part = new byte[1 << 16];
            for (int count; (count = source.Read(part)) > 0;)
            {
                target.Write(part, 0, count);
                if (target.Length > MaximumInflated)
                {
                    return null;
                }
            }

            return target.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>Bytes packed as zlib does.</summary>
    internal static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        using var target = new MemoryStream();
        using (var packer = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            packer.Write(bytes);
        }

        return target.ToArray();
    }

    // Whether it is packed, how, then language and translated keyword with a zero each.
    private static PictureText? International(string keyword, ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 4)
        {
            return null;
        }

        var isPacked = rest[0] == 1;
        rest = rest[2..];
        for (var i = 0; i < 2; i++)
        {
            var end = rest.IndexOf((byte)0);
            if (end < 0)
            {
                return null;
            }

            rest = rest[(end + 1)..];
        }

        var text = isPacked ? Inflate(rest) : rest.ToArray();
        return text is null ? null : new PictureText(keyword, Encoding.UTF8.GetString(text));
    }
}
