namespace Glaze.Imaging.Files;

/// <summary>Moves samples between the file's channels (grey, grey+alpha, RGB, RGBA) and RGBA, and between 16 and 8 bits.</summary>
internal static class SampleLayout
{
    /// <summary>Spreads 1..4 interleaved bands to R, G, B, A; a missing alpha is opaque.</summary>
    internal static void Expand<T>(ReadOnlySpan<T> from, int bands, Span<T> rgba, T opaque)
        where T : unmanaged
    {
        var isGrey = bands < 3;
        var hasAlpha = bands is 2 or 4;
        for (int i = 0, s = 0; i < rgba.Length; i += 4, s += bands)
        {
            rgba[i] = from[s];
            rgba[i + 1] = from[isGrey ? s : s + 1];
            rgba[i + 2] = from[isGrey ? s : s + 2];
            rgba[i + 3] = hasAlpha ? from[s + bands - 1] : opaque;
        }
    }

    /// <summary>The inverse of <see cref="Expand"/>; grey is taken from red.</summary>
    internal static T[] Contract<T>(T[] rgba, int bands)
        where T : unmanaged
    {
        if (bands == 4)
        {
            return rgba;
        }

        var result = new T[(long)rgba.Length / 4 * bands];
        var isGrey = bands < 3;
        for (int i = 0, s = 0; i < rgba.Length; i += 4, s += bands)
        {
            result[s] = rgba[i];
            if (!isGrey)
            {
                result[s + 1] = rgba[i + 1];
                result[s + 2] = rgba[i + 2];
            }

            if (bands == 2)
            {
                result[s + 1] = rgba[i + 3];
            }
        }

        return result;
    }

    /// <summary>Rounds 16-bit samples to 8 bits: 65535 ↦ 255, 257·n ↦ n.</summary>
    internal static void Narrow(ReadOnlySpan<ushort> from, Span<byte> to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = (byte)((from[i] + 128) / 257);
        }
    }

    /// <summary>Composes straight-alpha pixels over white, for formats without alpha.</summary>
    internal static byte[] OverWhite(byte[] rgba)
    {
        var result = new byte[rgba.Length];
        for (var i = 0; i < rgba.Length; i += 4)
        {
            int alpha = rgba[i + 3];
            for (var c = 0; c < 3; c++)
            {
                result[i + c] = (byte)(((rgba[i + c] * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }

            result[i + 3] = 255;
        }

        return result;
    }
}
