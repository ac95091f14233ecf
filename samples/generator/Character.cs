using Glaze.Imaging;

namespace Glaze.SampleGenerator;

/// <summary>A fox in a scarf, cel-shaded: flat colours, one hard shadow tone each, dark outlines.</summary>
internal static class Character
{
    private const float Middle = 320;

    private static readonly Colour Line = Colour.Hex(0x3A2030);
    private static readonly Colour Fur = Colour.Hex(0xF08A3C);
    private static readonly Colour FurShade = Colour.Hex(0xC8602E);
    private static readonly Colour White = Colour.Hex(0xFFF4E4);
    private static readonly Colour WhiteShade = Colour.Hex(0xE4C8C4);

    /// <summary>Draws the picture, 640×640.</summary>
    internal static PixelBuffer Draw()
    {
        var canvas = new VectorCanvas(640, 640).Clear(Colour.Hex(0x9FD6D2));
        Backdrop(canvas);
        Body(canvas);
        Ears(canvas);
        Head(canvas);
        Face(canvas);
        return canvas.ToPixels();
    }

    private static void Backdrop(VectorCanvas canvas)
    {
        canvas.Fill(Shape.Ellipse(Middle, 330, 270, 270), Colour.Hex(0xFBE3B4));
        canvas.Fill(Shape.Ellipse(Middle, 330, 236, 236), Colour.Hex(0xF7CF8E));
        for (var i = 0; i < 9; i++)
        {
            var angle = 2.4f * i;
            var leaf = Shape.Blob(0, -30, 15, -6, 0, 30, -15, -6).Placed(60 + (65 * i), 60 + (500 * Fields.Unit(i, 1, 91)), 0.7f + (0.5f * Fields.Unit(i, 2, 91)), angle);
            canvas.Fill(leaf, Colour.Hex(i % 2 == 0 ? 0x6FB5A8 : 0xE9765B)).Stroke(leaf, Line, 3, isClosed: true);
        }
    }

    private static void Body(VectorCanvas canvas)
    {
        var coat = Shape.Blob(130, 660, 150, 560, 220, 505, Middle, 490, 420, 505, 490, 560, 510, 660, Middle, 690);
        canvas.Fill(coat, Colour.Hex(0x39528C)).Fill(Shape.Blob(120, 660, 140, 560, 215, 500, 262, 560, 268, 680), Colour.Hex(0x2A3B6E), coat);
        canvas.Fill(Shape.Polygon(Middle - 3, 520, Middle + 3, 520, Middle + 4, 640, Middle - 4, 640), Colour.Hex(0x22305A), coat);
        canvas.Stroke(coat, Line, 7, isClosed: true);
        var tail = Shape.Blob(380, 500, 425, 508, 452, 590, 440, 650, 385, 650, 382, 570);
        canvas.Fill(tail, Colour.Hex(0xD63A4A)).Fill(Shape.Blob(376, 500, 398, 506, 412, 590, 405, 660, 375, 660), Colour.Hex(0xA5263F), tail);
        canvas.Stroke(tail, Line, 6, isClosed: true);
        var scarf = Shape.Blob(190, 470, 230, 452, Middle, 470, 410, 452, 450, 470, 446, 520, 390, 545, Middle, 552, 250, 545, 194, 520);
        canvas.Fill(scarf, Colour.Hex(0xE5484F)).Fill(Shape.Blob(180, 480, 250, 505, Middle, 514, 400, 505, 460, 485, 450, 570, Middle, 580, 190, 570), Colour.Hex(0xB52C44), scarf);
        for (var x = 215; x < 440; x += 42)
        {
            canvas.Stroke(Shape.Line(x, 470, x + 8, 505, x + 4, 540), Colour.Hex(0xF7B3A0), 5, inside: scarf);
        }

        canvas.Stroke(scarf, Line, 7, isClosed: true);
    }

    private static void Ears(VectorCanvas canvas)
    {
        var ear = Shape.Blob(150, 290, 128, 180, 142, 66, 164, 56, 232, 118, 292, 190, 250, 280);
        var inner = Shape.Blob(172, 240, 158, 176, 164, 112, 206, 154, 238, 206, 214, 250);
        foreach (var isRight in (ReadOnlySpan<bool>)[false, true])
        {
            var (outside, within) = isRight ? (ear.Mirrored(Middle), inner.Mirrored(Middle)) : (ear, inner);
            canvas.Fill(outside, isRight ? Fur : FurShade).Fill(within, Colour.Hex(isRight ? 0x5A2C38 : 0x452030));
            var tip = Shape.Polygon(110, 40, 530, 40, 530, 112, 110, 112);
            canvas.Fill(tip, Colour.Hex(0x4A2630), outside).Stroke(outside, Line, 7, isClosed: true);
        }
    }

    private static void Head(VectorCanvas canvas)
    {
        var head = Shape.Blob(Middle, 146, 418, 166, 492, 236, 522, 326, 560, 398, 488, 420, 430, 466, Middle, 498, 210, 466, 152, 420, 80, 398, 118, 326, 148, 236, 222, 166);
        canvas.Fill(head, Fur);
        canvas.Fill(Shape.Blob(60, 380, 110, 250, 190, 150, 290, 130, 214, 220, 190, 330, 236, 440, 210, 500, 60, 470), FurShade, head);
        var cheeks = Shape.Blob(Middle, 352, 372, 330, 430, 352, 500, 372, 580, 404, 440, 500, Middle, 520, 200, 500, 60, 404, 140, 372, 210, 352, 268, 330);
        canvas.Fill(cheeks, White, head).Fill(Shape.Blob(60, 380, 150, 368, 216, 372, 246, 440, 300, 520, 180, 520, 60, 460), WhiteShade, head);
        canvas.Fill(Shape.Blob(Middle, 150, 340, 210, Middle, 300, 300, 210), Colour.Hex(0xFFC27A), head);
        canvas.Stroke(head, Line, 8, isClosed: true);
        var tuft = Shape.Blob(286, 160, 300, 104, 322, 138, 352, 96, 356, 166, Middle, 190);
        canvas.Fill(tuft, Fur).Fill(Shape.Blob(280, 170, 296, 110, 316, 150, 312, 190), FurShade, tuft).Stroke(tuft, Line, 6, isClosed: true);
    }

    private static void Face(VectorCanvas canvas)
    {
        foreach (var x in (ReadOnlySpan<float>)[228, 412])
        {
            var eye = Shape.Ellipse(x, 330, 37, 47);
            canvas.Fill(eye, Colour.Hex(0xFFFDF6)).Fill(Shape.Ellipse(x, 338, 30, 42), Colour.Hex(0x1F7A7A), eye);
            canvas.Fill(Shape.Ellipse(x, 356, 26, 24), Colour.Hex(0x56C7B0), eye).Fill(Shape.Ellipse(x, 336, 15, 25), Colour.Hex(0x14242E), eye);
            canvas.Fill(Shape.Polygon(x - 60, 270, x + 60, 270, x + 60, 304, x - 60, 310), Colour.Hex(0x14242E, 0.45f), eye);
            canvas.Fill(Shape.Ellipse(x + 12, 314, 11, 13), Colour.Hex(0xFFFFFF)).Fill(Shape.Ellipse(x - 12, 358, 6, 6), Colour.Hex(0xFFFFFF));
            canvas.Stroke(Shape.Line(x - 42, 318, x - 24, 286, x, 278, x + 24, 286, x + 42, 318), Line, 11);
            canvas.Stroke(Shape.Line(x - 22, 376, x, 383, x + 22, 376), Line, 5);
            canvas.Stroke(Shape.Line(x - 34, 252, x, 240, x + 30, 250), Line, 7);
            var cheek = x < Middle ? x - 48 : x + 48;
            canvas.Fill(Shape.Ellipse(cheek, 402, 30, 15), Colour.Hex(0xF29A8C, 0.8f));
        }

        var nose = Shape.Blob(Middle, 396, 340, 400, 334, 416, Middle, 426, 306, 416, 300, 400);
        canvas.Fill(nose, Line).Fill(Shape.Ellipse(Middle + 5, 404, 7, 4), Colour.Hex(0x9A7A88));
        canvas.Stroke(Shape.Line(280, 440, 298, 454, Middle, 442, 342, 454, 360, 440), Line, 6);
        canvas.Stroke(Shape.Line(Middle, 424, Middle, 444), Line, 6);
    }
}
