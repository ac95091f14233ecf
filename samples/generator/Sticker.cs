using Glaze.Imaging;

namespace Glaze.SampleGenerator;

/// <summary>
/// A die-cut sticker: soft shadow, a punched hole, half-transparent glow, and arbitrary colours hidden under full transparency.
/// </summary>
internal static class Sticker
{
    private const int Side = 512;

    /// <summary>Draws the picture, 512×512.</summary>
    internal static PixelBuffer Draw()
    {
        var art = new VectorCanvas(Side, Side);
        var cloud = Shape.Blob(96, 372, 84, 320, 130, 292, 168, 306, 206, 262, 262, 270, 292, 312, 344, 296, 392, 326, 396, 374, 340, 396, 150, 396);
        var moon = Shape.Ellipse(262, 214, 136, 136);
        var paper = Grown(art, [cloud, moon, Shape.Star(404, 128, 66, 5, -1.4f)], 17);
        var shadow = Soft(paper, 9);
        Moon(art, moon);
        Cloud(art, cloud);
        Stars(art);

        var hole = art.Cover(Shape.Ellipse(262, 62, 13, 13));
        return art.Each((x, y, c) =>
        {
            var i = (y * Side) + x;
            var body = Over(Colour.Hex(0xFFFFFF, paper[i]), c);
            var below = Colour.Hex(0x2A2F55, 0.45f * shadow[Math.Max(0, i - (7 * Side) - 4)]);
            var result = Over(below, body);
            var alpha = result.A * (1 - hole[i]);

            // What nobody sees still has to survive: hidden pixels carry a pattern of their own.
            return alpha < 1 / 510f ? new Colour(x / 511f, y / 511f, ((x ^ y) & 31) / 31f, 0) : result with { A = alpha };
        }).ToPixels();
    }

    private static void Moon(VectorCanvas art, Shape moon)
    {
        art.Fill(moon, Colour.Hex(0x2B3A78)).Fill(Shape.Ellipse(262, 250, 128, 100), Colour.Hex(0x3C529A), moon);
        var crescent = Shape.Ellipse(262, 214, 124, 124);
        art.Fill(crescent, Colour.Hex(0xFFE08A)).Fill(Shape.Ellipse(232, 236, 118, 118), Colour.Hex(0xF9C45E), crescent);
        art.Fill(Shape.Ellipse(310, 176, 104, 108), Colour.Hex(0x2F4184), crescent);
        foreach (var (x, y, r) in (ReadOnlySpan<(float, float, float)>)[(172, 196, 13), (196, 288, 17), (158, 244, 8), (252, 318, 9)])
        {
            art.Fill(Shape.Ellipse(x, y, r, r), Colour.Hex(0xE8A94A));
        }

        art.Stroke(Shape.Line(186, 232, 196, 240, 206, 232), Colour.Hex(0x6A4320), 5).Stroke(Shape.Line(160, 262, 178, 280, 200, 268), Colour.Hex(0x6A4320), 5);
        art.Stroke(moon, Colour.Hex(0x1D2756), 6, isClosed: true);
    }

    private static void Cloud(VectorCanvas art, Shape cloud)
    {
        art.Fill(cloud, Colour.Hex(0xEAF4FF)).Fill(Shape.Blob(80, 380, 130, 352, 220, 366, 300, 348, 400, 360, 400, 410, 240, 420, 80, 410), Colour.Hex(0xB9CDF0), cloud);
        art.Stroke(cloud, Colour.Hex(0x1D2756), 6, isClosed: true);
        art.Stroke(Shape.Line(176, 316, 196, 302, 216, 310), Colour.Hex(0x8FA8DA), 5).Stroke(Shape.Line(300, 330, 322, 320, 344, 328), Colour.Hex(0x8FA8DA), 5);
    }

    private static void Stars(VectorCanvas art)
    {
        var star = Shape.Star(404, 128, 58, 5, -1.4f, 0.5f);
        art.Fill(star, Colour.Hex(0xFF8FA8)).Fill(Shape.Star(404, 134, 40, 5, -1.4f, 0.5f), Colour.Hex(0xFFC2CC), star).Stroke(star, Colour.Hex(0x1D2756), 6, isClosed: true);
        foreach (var (x, y, r) in (ReadOnlySpan<(float, float, float)>)[(322, 150, 13), (350, 208, 8), (300, 212, 7), (336, 252, 10)])
        {
            art.Fill(Shape.Star(x, y, r, 4, 0.2f, 0.35f), Colour.Hex(0xFFF3C4));
        }
    }

    // The white paper reaches a fixed distance beyond the drawing.
    private static float[] Grown(VectorCanvas canvas, Shape[] shapes, float distance)
    {
        var grown = new VectorCanvas(Side, Side);
        foreach (var shape in shapes)
        {
            grown.Fill(shape, Colour.Hex(0xFFFFFF)).Stroke(shape, Colour.Hex(0xFFFFFF), 2 * distance, isClosed: true);
        }

        return [.. grown.ToPixels().Rgba.Where((_, i) => i % 4 == 3).Select(alpha => alpha / 255f)];
    }

    private static float[] Soft(float[] cover, int radius)
    {
        var current = cover;
        for (var pass = 0; pass < 3; pass++)
        {
            current = BoxBlur(BoxBlur(current, radius, 1), radius, Side);
        }

        return current;
    }

    private static float[] BoxBlur(float[] from, int radius, int step)
    {
        var to = new float[from.Length];
        for (var i = 0; i < to.Length; i++)
        {
            var place = step == 1 ? i % Side : i / Side;
            for (var k = -radius; k <= radius; k++)
            {
                to[i] += place + k is >= 0 and < Side ? from[i + (k * step)] / ((2 * radius) + 1) : 0;
            }
        }

        return to;
    }

    private static Colour Over(Colour below, Colour above)
    {
        var alpha = above.A + (below.A * (1 - above.A));
        return alpha <= 0 ? default : Colour.Mix(below, above, above.A / alpha) with { A = alpha };
    }
}
