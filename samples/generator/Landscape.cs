using Glaze.Imaging;

namespace Glaze.SampleGenerator;

/// <summary>A painted evening by a mountain lake: a scene as a function of place, laid down in about twenty thousand brush strokes.</summary>
internal static class Landscape
{
    private const int Width = 768;
    private const int Height = 512;
    private const float Shore = 330;

    /// <summary>Paints the picture.</summary>
    internal static PixelBuffer Draw()
    {
        var image = new PlanarImage(Width, Height);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                Put(image, x, y, Scene(x, y));
            }
        }

        (int Count, float Length, float Width)[] layers = [(2600, 46, 11), (7000, 26, 6), (15000, 13, 3), (9000, 8, 1.6f)];
        for (var layer = 0; layer < layers.Length; layer++)
        {
            for (var i = 0; i < layers[layer].Count; i++)
            {
                Brush(image, layers[layer].Length, layers[layer].Width, layer, i);
            }
        }

        return image.ToPixels();
    }

    private static Colour Scene(float x, float y)
    {
        if (y > Shore + Bank(x))
        {
            return Meadow(x, y);
        }

        var colour = y < Shore ? Above(x, y) : Lake(x, y);
        return Pine(x, y, colour);
    }

    private static Colour Above(float x, float y)
    {
        var colour = Sky(x, y);
        (float Base, float Rise, float Size, int Rock, int Snow)[] ranges =
            [(235, 130, 210, 0x8C8FB5, 0xE9D8DC), (270, 105, 150, 0x6B78A0, 0xD6C7D2), (300, 70, 110, 0x4A6480, 0x5D7A88), (322, 40, 70, 0x35545C, 0x47685F)];
        for (var r = 0; r < ranges.Length; r++)
        {
            var (bottom, rise, size, rock, snow) = ranges[r];
            var ridge = bottom - (rise * (Fields.Fractal((x + (r * 311)) / size, r * 7.3f, 40 + r) - 0.25f) * 1.5f);
            if (y > ridge)
            {
                var face = Fields.Fractal((x + (0.8f * (y - ridge))) / 26, y / 34, 60 + r);
                var lit = Colour.Mix(Colour.Hex(rock), Colour.Hex(snow), Fields.Step(0.42f, 0.62f, face) * Fields.Step(90, 0, y - ridge));
                colour = Colour.Mix(lit, Colour.Hex(0xE7B79A), 0.32f * Fields.Step(ridge, Shore + 30, y));
            }
        }

        return colour;
    }

    private static Colour Sky(float x, float y)
    {
        var sky = Colour.Ramp(y / 300, Colour.Hex(0x2F4C86), Colour.Hex(0x6E86B8), Colour.Hex(0xD9A9A6), Colour.Hex(0xF6C98F), Colour.Hex(0xFBE3B0));
        var (dx, dy) = (x - 545, y - 178);
        var distance = MathF.Sqrt((dx * dx) + (dy * dy));
        sky = Colour.Mix(sky, Colour.Hex(0xFFE7B0), 0.75f * MathF.Exp(-distance / 90));
        sky = Colour.Mix(sky, Colour.Hex(0xFFF6DA), Fields.Step(31, 27, distance));
        var cloud = Fields.Fractal((x + (0.5f * y)) / 150, y / 46, 11, 6);
        var under = Fields.Fractal((x + (0.5f * y) + 14) / 150, (y - 10) / 46, 11, 6);
        var amount = Fields.Step(0.5f, 0.68f, cloud);
        var body = Colour.Mix(Colour.Hex(0x8E7BA6), Colour.Hex(0xFFE1C2), Fields.Step(-0.05f, 0.08f, cloud - under));
        return Colour.Mix(sky, body, 0.85f * amount);
    }

    private static Colour Lake(float x, float y)
    {
        var depth = y - Shore;
        var ripple = (Fields.Smooth(x / 34, y / 3.2f, 21) - 0.5f) * (3 + (depth * 0.16f));
        var mirrored = Above(x + (2 * ripple), Shore - (depth * 1.25f) + ripple);
        var water = Colour.Mix(mirrored, Colour.Hex(0x2C5570), 0.3f + (0.002f * depth));
        var glint = Fields.Step(0.66f, 0.8f, Fields.Smooth(x / 16, y / 2.2f, 23)) * MathF.Exp(-Math.Abs(x - 545) / 70);
        return Colour.Mix(water, Colour.Hex(0xFFEBC0), 0.85f * glint);
    }

    private static float Bank(float x) => 78 + (26 * MathF.Sin((x / 130) + 0.6f)) - (60 * Fields.Step(420, 760, x)) + (10 * Fields.Smooth(x / 22, 3, 25));

    private static Colour Meadow(float x, float y)
    {
        var depth = (y - Shore - Bank(x)) / 110;
        var tuft = Fields.Fractal(x / 13, y / 20, 31, 4);
        var grass = Colour.Ramp((0.55f * depth) + (0.75f * (tuft - 0.3f)), Colour.Hex(0x9DA24F), Colour.Hex(0x5E7F3C), Colour.Hex(0x2F5A38), Colour.Hex(0x1E3D34));
        var size = 5 + (9 * depth);
        var (column, row) = ((int)MathF.Floor(x / size), (int)MathF.Floor(y / size));
        var (fx, fy) = (x - ((column + 0.3f + (0.4f * Fields.Unit(column, row, 33))) * size), y - ((row + 0.3f + (0.4f * Fields.Unit(column, row, 34))) * size));
        var radius = size * (0.14f + (0.2f * Fields.Unit(column, row, 35)));
        var isFlower = Fields.Unit(column, row, 36) < 0.34f && Fields.Smooth(x / 60, y / 40, 37) > 0.42f && (fx * fx) + (fy * fy) < radius * radius;
        int[] petals = [0xD8456B, 0xF2C84B, 0xF4EDE0, 0xB878C8];
        return isFlower ? Colour.Hex(petals[(int)(4 * Fields.Unit(column, row, 38))]) : grass;
    }

    private static Colour Pine(float x, float y, Colour behind)
    {
        (float X, float Foot, float Tall)[] pines = [(62, 432, 300), (128, 428, 214), (22, 436, 196), (700, 366, 150), (742, 362, 196), (668, 370, 104)];
        foreach (var (px, foot, tall) in pines)
        {
            var up = (foot - y) / tall;
            if (up is < 0 or > 1)
            {
                continue;
            }

            var tier = 1 - MathF.Abs((((up * 11) % 1) * 0.55f) - 0.1f);
            var half = (0.16f * tall * (1 - up) * tier * (0.72f + (0.5f * Fields.Smooth(x / 6, y / 5, 51)))) + 1.2f;
            if (Math.Abs(x - px) < half && up > 0.06f)
            {
                var lit = Fields.Step(-0.4f, 0.9f, ((x - px) / half) + (0.8f * (Fields.Smooth(x / 5, y / 4, 53) - 0.5f)));
                return Colour.Mix(Colour.Hex(0x14302F), Colour.Hex(0x5B7A48), lit * (px < 400 ? 1 : 0.5f));
            }

            if (Math.Abs(x - px) < 0.014f * tall && up <= 0.06f)
            {
                return Colour.Hex(0x3A2A26);
            }
        }

        return behind;
    }

    private static void Brush(PlanarImage image, float length, float width, int layer, int index)
    {
        var x = Fields.Unit(index, layer, 71) * Width;
        var y = Fields.Unit(index, layer, 72) * Height;
        var colour = Scene(x, y).Times(0.94f + (0.12f * Fields.Unit(index, layer, 73)));
        var angle = Direction(x, y) + (0.5f * (Fields.Unit(index, layer, 74) - 0.5f));
        var (cos, sin) = (MathF.Cos(angle), MathF.Sin(angle));
        length = Extent(x, y, cos, sin, length * (0.7f + (0.6f * Fields.Unit(index, layer, 75))), colour);
        var (half, reach) = (length / 2, (length / 2) + width);
        for (var py = (int)Math.Max(0, y - reach); py <= Math.Min(Height - 1, y + reach); py++)
        {
            for (var px = (int)Math.Max(0, x - reach); px <= Math.Min(Width - 1, x + reach); px++)
            {
                var along = ((px - x) * cos) + ((py - y) * sin);
                var across = ((py - y) * cos) - ((px - x) * sin);
                var bristle = Fields.Smooth((along / width * 0.4f) + index, (across / width * 3.5f) + 50, 77);
                var end = Math.Clamp((half - Math.Abs(along) + (width * 0.7f * bristle)) / 2, 0f, 1f);
                var side = Math.Clamp((width * 0.5f) - Math.Abs(across) + 0.5f, 0f, 1f);
                var cover = end * side * (0.5f + (0.5f * bristle)) * 0.92f;
                if (cover > 0)
                {
                    Put(image, px, py, Colour.Mix(Get(image, px, py), colour.Times(0.92f + (0.16f * bristle)), cover));
                }
            }
        }
    }

    // Strokes stop where the scene changes colour.
    private static float Extent(float x, float y, float cos, float sin, float length, Colour colour)
    {
        for (var d = 3f; d < length / 2; d += 3)
        {
            foreach (var side in (ReadOnlySpan<float>)[-d, d])
            {
                var there = Scene(x + (side * cos), y + (side * sin));
                if (Math.Abs(there.R - colour.R) + Math.Abs(there.G - colour.G) + Math.Abs(there.B - colour.B) > 0.32f)
                {
                    return 2 * d;
                }
            }
        }

        return length;
    }

    private static float Direction(float x, float y) => y switch
    {
        > Shore when y > Shore + Bank(x) => -1.35f + (0.5f * (Fields.Smooth(x / 40, y / 40, 81) - 0.5f)),
        > Shore => 0,
        < 190 => 0.5f * (Fields.Smooth(x / 120, y / 80, 82) - 0.5f) * 3,
        _ => 0.9f * ((Fields.Smooth(x / 50, y / 60, 83) * 2) - 1),
    };

    private static Colour Get(PlanarImage image, int x, int y)
    {
        var i = (y * Width) + x;
        return new Colour(image.Plane(0)[i], image.Plane(1)[i], image.Plane(2)[i]);
    }

    private static void Put(PlanarImage image, int x, int y, Colour colour)
    {
        var i = (y * Width) + x;
        image.Plane(0)[i] = colour.R;
        image.Plane(1)[i] = colour.G;
        image.Plane(2)[i] = colour.B;
    }
}
