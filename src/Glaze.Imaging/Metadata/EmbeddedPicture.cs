using System.Text;

namespace Glaze.Imaging.Metadata;

/// <summary>Tells whether bytes or a text carry a picture of their own: a preview would show what was there before the cloak.</summary>
internal static class EmbeddedPicture
{
    // Shorter than any picture, longer than any tag that happens to hold these bytes.
    private const int SmallestPicture = 100;

    // A line of base 64 in a letter has 76; a hash of 256 bits has 64 hexadecimal digits.
    private const int ShortestBase64 = 70;
    private const int ShortestHex = 100;

    private const string Address = "data:image/";
    private const string AddressEncoding = ";base64,";
    private const int LongestAddress = 100;

    /// <summary>Whether a picture file begins somewhere in the bytes, as it is or written in letters.</summary>
    internal static bool IsIn(ReadOnlyMemory<byte> bytes) => bytes.Length >= SmallestPicture
        && (PictureMark.IsAt(bytes.Span) || PictureMark.IsIn(bytes) || IsText(Letters(bytes.Span)));

    /// <summary>Whether a text holds a picture file in base 64 or in hexadecimal digits.</summary>
    internal static bool IsText(string text) => text.Length >= SmallestPicture
        && (HasAddress(text) || Runs(text, Base64Digit, IsBase64Filler, ShortestBase64).Any(IsBase64) || Runs(Plain(text), HexDigit, IsHexFiller, ShortestHex).Any(IsHex));

    // UTF-16 has a zero byte beside each letter that matters here.
    private static string Letters(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);

    // Digits of a programmer: 0xFF, 0xD8.
    private static string Plain(string text) => text.Replace("0x", "", StringComparison.OrdinalIgnoreCase);

    private static bool HasAddress(string text)
    {
        for (var at = 0; (at = text.IndexOf(Address, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += Address.Length)
        {
            var encoding = text.AsSpan(at, Math.Min(LongestAddress, text.Length - at)).IndexOf(AddressEncoding, StringComparison.OrdinalIgnoreCase);
            if (encoding >= 0 && text.Length - at - encoding >= SmallestPicture)
            {
                return true;
            }
        }

        return false;
    }

    // Letters before the picture may have shifted its groups of four.
    private static bool IsBase64(string run)
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var letters = run.AsSpan(shift, (run.Length - shift) & ~3);
            var bytes = new byte[letters.Length / 4 * 3];
            if (Convert.TryFromBase64Chars(letters, bytes, out _) && PictureMark.IsIn(bytes))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHex(string run) =>
        PictureMark.IsIn(Convert.FromHexString(run.AsSpan(0, run.Length & ~1))) || PictureMark.IsIn(Convert.FromHexString(run.AsSpan(1, (run.Length - 1) & ~1)));

    // What comes between digits without ending them is left out: line breaks, and the strokes that JSON puts before some letters.
    private static IEnumerable<string> Runs(string text, Func<char, char?> digit, Func<char, bool> isFiller, int shortest)
    {
        var run = new StringBuilder();
        foreach (var letter in text)
        {
            if (digit(letter) is { } value)
            {
                run.Append(value);
            }
            else if (!isFiller(letter))
            {
                if (run.Length >= shortest)
                {
                    yield return run.ToString();
                }

                run.Clear();
            }
        }

        if (run.Length >= shortest)
        {
            yield return run.ToString();
        }
    }

    // RFC 4648, sections 4 and 5: the second alphabet has other letters for the last two digits.
    private static char? Base64Digit(char letter) => letter switch
    {
        '-' => '+',
        '_' => '/',
        '+' or '/' => letter,
        _ => char.IsAsciiLetterOrDigit(letter) ? letter : null,
    };

    private static bool IsBase64Filler(char letter) => letter == '\\' || char.IsWhiteSpace(letter);

    private static char? HexDigit(char letter) => char.IsAsciiHexDigit(letter) ? letter : null;

    private static bool IsHexFiller(char letter) => letter is '\\' or 'x' or ':' or ',' or '-' || char.IsWhiteSpace(letter);
}
