namespace Glaze.Imaging.Painterly;

/// <summary>The colours of a style with how much of the picture each should take.</summary>
internal sealed class Palette
{
    private Palette((float L, float A, float B, float Weight)[] colours) => Colours = colours;

    /// <summary>OKLab colours; weights sum to one.</summary>
    internal (float L, float A, float B, float Weight)[] Colours { get; }

    /// <summary>From 0xRRGGBB colours, equally weighted.</summary>
    internal static Palette Of(params int[] colours) => new(Array.ConvertAll(colours, colour =>
    {
        var (r, g, b) = Rgb(colour);
        var (l, a, bb) = Oklab.FromRgb(r, g, b);
        return (l, a, bb, 1f / colours.Length);
    }));

    /// <summary>An 0xRRGGBB colour as 0..1 values.</summary>
    internal static (float Red, float Green, float Blue) Rgb(int colour) =>
        (((colour >> 16) & 255) / 255f, ((colour >> 8) & 255) / 255f, (colour & 255) / 255f);

    /// <summary>The palette colour nearest to an OKLab colour, as sRGB.</summary>
    internal (float Red, float Green, float Blue) Nearest(float lightness, float a, float b)
    {
        var best = 0;
        var bestDistance = float.MaxValue;
        for (var i = 0; i < Colours.Length; i++)
        {
            var (dl, da, db) = (Colours[i].L - lightness, Colours[i].A - a, Colours[i].B - b);
            var distance = (1.5f * dl * dl) + (da * da) + (db * db);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (i, distance);
            }
        }

        return Oklab.ToRgb(Colours[best].L, Colours[best].A, Colours[best].B);
    }
}
