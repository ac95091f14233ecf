namespace Glaze.SampleGenerator;

/// <summary>An sRGB-encoded colour with straight alpha, all 0..1.</summary>
internal readonly record struct Colour(float R, float G, float B, float A = 1)
{
    /// <summary>From 0xRRGGBB.</summary>
    internal static Colour Hex(int rgb, float alpha = 1) =>
        new(((rgb >> 16) & 255) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f, alpha);

    /// <summary>Mixes two colours.</summary>
    internal static Colour Mix(Colour a, Colour b, float t)
    {
        t = Math.Clamp(t, 0f, 1f);
        return new(a.R + ((b.R - a.R) * t), a.G + ((b.G - a.G) * t), a.B + ((b.B - a.B) * t), a.A + ((b.A - a.A) * t));
    }

    /// <summary>Along a row of colours, 0 the first, 1 the last.</summary>
    internal static Colour Ramp(float t, params ReadOnlySpan<Colour> colours)
    {
        var place = Math.Clamp(t, 0f, 1f) * (colours.Length - 1);
        var i = Math.Min((int)place, colours.Length - 2);
        return Mix(colours[i], colours[i + 1], place - i);
    }

    /// <summary>Lighter or darker by a factor.</summary>
    internal Colour Times(float factor) => new(R * factor, G * factor, B * factor, A);
}
