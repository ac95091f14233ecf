namespace Glaze.Client.Pixels;

/// <summary>Takes what was changed in one colour space over into another.</summary>
public static class ColorDifference
{
    /// <summary>
    /// Adds to a document's own values only what the engine changed, so that a pixel it left alone keeps its exact bytes whatever
    /// the conversions round or clip.
    /// </summary>
    /// <param name="document">The document's values.</param>
    /// <param name="original">The same, converted to sRGB and back.</param>
    /// <param name="cloaked">The cloaked picture, converted from sRGB; overwritten with the result.</param>
    /// <returns><paramref name="cloaked"/>.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static byte[] Carry(ReadOnlySpan<byte> document, ReadOnlySpan<byte> original, byte[] cloaked)
    {
        ArgumentNullException.ThrowIfNull(cloaked);
        if (document.Length != cloaked.Length || original.Length != cloaked.Length)
        {
            throw new ArgumentException($"{document.Length}, {original.Length} and {cloaked.Length} bytes are not one picture.", nameof(cloaked));
        }

        // y = x + (T(x' + δ) − T(x')), x the document's value, x' its sRGB value, T the way back.
        for (var i = 0; i < cloaked.Length; i++)
        {
            cloaked[i] = (byte)Math.Clamp(document[i] + cloaked[i] - original[i], 0, 255);
        }

        return cloaked;
    }
}
