namespace Glaze.Imaging.Metadata;

/// <summary>Tells whether bytes or a text carry a picture of their own: a preview would show what was there before the cloak.</summary>
internal static class EmbeddedPicture
{
    // Shorter than any picture, longer than any tag that happens to hold these bytes.
    private const int SmallestPicture = 100;

    private static readonly string[] Base64Beginnings = ["/9j/", "iVBORw0KGgo", "UklGR", "SUkqA", "TU0AK"];

    /// <summary>Whether a JPEG or PNG file begins somewhere in the bytes.</summary>
    internal static bool IsIn(ReadOnlySpan<byte> bytes) => bytes.Length >= SmallestPicture
        && (bytes.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) >= 0 || bytes.IndexOf((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) >= 0);

    /// <summary>Whether a text is a picture file in base 64.</summary>
    internal static bool IsText(string text) =>
        text.Length >= SmallestPicture && Array.Exists(Base64Beginnings, beginning => text.AsSpan().TrimStart().StartsWith(beginning, StringComparison.Ordinal));
}
