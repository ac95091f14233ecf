using Glaze.Imaging;

namespace Glaze.SampleGenerator;

/// <summary>Peonies in ink: black lines of varying weight on white, nothing else.</summary>
internal static class LineArt
{
    private static readonly Colour Ink = Colour.Hex(0x16161A);
    private static readonly Colour Paper = Colour.Hex(0xFFFFFF);

    /// <summary>Draws the picture, 640×640.</summary>
    internal static PixelBuffer Draw()
    {
        var canvas = new VectorCanvas(640, 640).Clear(Paper);
        Stem(canvas, 330, 690, 300, 470, 236, 250);
        Stem(canvas, 350, 690, 372, 520, 450, 400);
        Stem(canvas, 300, 560, 230, 500, 130, 486);
        (float X, float Y, float Size, float Angle)[] leaves =
            [(352, 560, 120, -0.5f), (300, 500, 125, 3.6f), (404, 470, 105, 0.4f), (262, 360, 110, 2.9f), (250, 330, 95, -0.3f), (200, 500, 90, 1.9f), (330, 620, 120, 2.6f), (460, 430, 90, 1.2f)];
        for (var i = 0; i < leaves.Length; i++)
        {
            Leaf(canvas, leaves[i].X, leaves[i].Y, leaves[i].Size, leaves[i].Angle, i);
        }

        Flower(canvas, 450, 392, 118, 1);
        Flower(canvas, 128, 480, 84, 2);
        Flower(canvas, 232, 210, 158, 3);
        return canvas.ToPixels();
    }

    private static void Stem(VectorCanvas canvas, float x0, float y0, float x1, float y1, float x2, float y2)
    {
        canvas.Stroke(Shape.Line(x0, y0, x1, y1, x2, y2), Ink, 13);
        canvas.Stroke(Shape.Line(x0, y0, x1, y1, x2, y2), Paper, 7);
    }

    private static void Leaf(VectorCanvas canvas, float x, float y, float size, float angle, int seed)
    {
        var bend = 0.25f * (Fields.Unit(seed, 1, 5) - 0.5f);
        var outline = Shape.Blob(0, 0, 0.22f, -0.15f, 0.5f, -0.25f + bend, 0.8f, -0.14f + bend, 1.06f, 2 * bend, 0.78f, 0.12f + bend, 0.45f, 0.2f, 0.2f, 0.12f).Placed(x, y, size, angle);
        canvas.Fill(outline, Paper).Stroke(outline, Ink, 3.2f, isClosed: true);
        canvas.Stroke(Shape.Line(0, 0, 0.5f, 0.6f * bend, 1.02f, 2 * bend).Placed(x, y, size, angle), Ink, 3);
        for (var i = 1; i < 7; i++)
        {
            var t = i / 7.5f;
            foreach (var side in (ReadOnlySpan<float>)[-1, 1])
            {
                var vein = Shape.Line(t, 1.1f * bend * t, t + 0.08f, (1.1f * bend * t) + (side * 0.08f), t + 0.17f, (1.3f * bend * t) + (side * 0.15f * (1.2f - t)));
                canvas.Stroke(vein.Placed(x, y, size, angle), Ink, 1.7f, inside: outline);
            }
        }
    }

    private static void Flower(VectorCanvas canvas, float x, float y, float radius, int seed)
    {
        (float Reach, int Petals)[] rings = [(1f, 9), (0.82f, 8), (0.64f, 7), (0.47f, 6), (0.31f, 5), (0.18f, 4)];
        for (var ring = 0; ring < rings.Length; ring++)
        {
            for (var i = 0; i < rings[ring].Petals; i++)
            {
                var angle = (2 * MathF.PI * (i + (0.5f * (ring % 2)) + (0.3f * Fields.Unit(i, ring, seed))) / rings[ring].Petals) + seed;
                Petal(canvas, x, y, radius * rings[ring].Reach * (0.92f + (0.16f * Fields.Unit(i, ring, seed + 10))), angle, (10 * ring) + i + seed);
            }
        }
    }

    private static void Petal(VectorCanvas canvas, float x, float y, float size, float angle, int seed)
    {
        float Jag(int i) => 0.07f * (Fields.Unit(i, seed, 77) - 0.5f);
        var outline = Shape.Blob(
            0.05f, 0, 0.4f, -0.3f, 0.72f, -0.42f + Jag(1), 0.94f + Jag(2), -0.3f, 0.97f + Jag(3), -0.15f, 1.04f + Jag(4), 0, 0.96f + Jag(5), 0.14f, 0.95f + Jag(6), 0.3f, 0.72f, 0.42f + Jag(7), 0.4f, 0.3f)
            .Placed(x, y, size, angle);
        canvas.Fill(outline, Paper).Stroke(outline, Ink, 1.6f + (size / 70), isClosed: true);
        for (var i = -2; i <= 2; i++)
        {
            var spread = 0.13f * i;
            var length = 0.62f + (0.25f * Fields.Unit(i, seed, 78));
            canvas.Stroke(Shape.Line(0.45f, 0.6f * spread, 0.6f, spread, length + 0.1f, 1.35f * spread).Placed(x, y, size, angle), Ink, 1.3f, inside: outline);
        }
    }
}
