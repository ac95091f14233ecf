namespace Glaze.Imaging.Painterly;

/// <summary>What pictures are painted on.</summary>
internal static class Ground
{
    /// <summary>A flat ground of one 0xRRGGBB colour.</summary>
    internal static PlanarImage Flat(PaintRequest request, int colour)
    {
        var (r, g, b) = Palette.Rgb(colour);
        var image = new PlanarImage(request.Width, request.Height);
        image.Plane(0).Fill(r);
        image.Plane(1).Fill(g);
        image.Plane(2).Fill(b);
        return image;
    }

    /// <summary>Height of the grain of paper at a pixel, about −1..1.</summary>
    /// <param name="request">Seed and scale.</param>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="size">Size of the grain, pixels at 512².</param>
    internal static float Grain(PaintRequest request, float x, float y, float size)
    {
        var step = Math.Max(1f, request.Pixels(size));
        return Noise.Fractal(request.Seed ^ 0x6A17, x / step, y / step, 3);
    }

    /// <summary>Calls a function for every pixel that returns its new colour from its old one.</summary>
    internal static PlanarImage Map(PaintRequest request, PlanarImage from, Func<int, int, int, (float R, float G, float B), (float R, float G, float B)> colour)
    {
        var result = new PlanarImage(request.Width, request.Height);
        var (source, target, size) = (from.Values, result.Values, from.PlaneSize);
        request.ForRows(y =>
        {
            for (var x = 0; x < request.Width; x++)
            {
                var i = (y * request.Width) + x;
                (target[i], target[size + i], target[(2 * size) + i]) = colour(x, y, i, (source[i], source[size + i], source[(2 * size) + i]));
            }
        });
        return result;
    }

    /// <summary>Mixes two colours.</summary>
    internal static (float R, float G, float B) Mix((float R, float G, float B) a, (float R, float G, float B) b, float t) =>
        (Noise.Lerp(a.R, b.R, t), Noise.Lerp(a.G, b.G, t), Noise.Lerp(a.B, b.B, t));

    /// <summary>Multiplies a colour, as a transparent layer of ink or shade does.</summary>
    internal static (float R, float G, float B) Shade((float R, float G, float B) colour, float factor) =>
        (colour.R * factor, colour.G * factor, colour.B * factor);
}
