using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Painterly;

/// <summary>Styles of thinned paint on paper and plaster.</summary>
internal static class WashStyles
{
    private static readonly Palette Aquarelle = Palette.Of(0x244A6B, 0x3F86A8, 0x8CC3CF, 0xD8E4D8, 0xF6E7C4, 0xE8A77C, 0xC46A5A, 0x7FA06A, 0x3F6B4C, 0xFBF8F0);
    private static readonly Palette Umber = Palette.Of(0x2B2118, 0x4A3826, 0x7A5E3E, 0xA98A5E, 0xD6BC8E, 0xEFE2C2, 0x5C6650, 0x5A6A72);
    private static readonly Palette Plaster = Palette.Of(0x5A4636, 0x8C5A3C, 0xB9805A, 0xD6B48C, 0xE6D6B8, 0x8C9A82, 0x6A8090, 0xA04A38);

    /// <summary>Transparent washes that pool at their edges and settle into the paper.</summary>
    internal static PlanarImage Watercolour(PaintRequest request)
    {
        var flat = Kuwahara.Apply(request, Wobbled(request, request.Original, 4, 26), 6);
        var picture = PaletteTransport.Apply(request.With(flat), Aquarelle, 0.8f);
        var wet = GaussianBlur.Apply(picture, request.Pixels(1.4f), request.Cancellation);
        var light = Tone.Luminance(request.With(wet));
        var pool = Pools(request, light, 2.2f);
        var drawn = Tone.InkLines(request, Tone.Luminance(request), 1.3f, 0.05f);
        return Ground.Map(request, wet, (x, y, i, c) =>
        {
            // Pigment density D: transmitted light is colour^D, so that pools darken in their own hue.
            var cloud = Noise.Fractal(request.Seed + 5, x / request.Pixels(60), y / request.Pixels(60), 4);
            var grain = Ground.Grain(request, x, y, 2.2f);
            var density = 0.78f + (0.3f * cloud) + (0.16f * grain * (1.3f - light[i])) + (1.7f * pool[i]);
            density = Math.Max(0.15f, density);
            var paper = 0.985f + (0.012f * grain);
            c = Ground.Mix(c, (0.27f, 0.27f, 0.36f), 0.7f * drawn[i]);
            return (paper * MathF.Pow(Floor(c.R), density), paper * MathF.Pow(Floor(c.G), density), 0.985f * paper * MathF.Pow(Floor(c.B), density));
        });
    }

    /// <summary>A few dilutions of black ink on warm paper, edges bleeding, dark parts brushed dry.</summary>
    internal static PlanarImage InkWash(PaintRequest request)
    {
        var flat = Kuwahara.Apply(request, Wobbled(request, request.Original, 3, 18), 7);
        var tone = Tone.Stretch(Tone.Luminance(request.With(flat)));
        var bled = GaussianBlur.BlurPlane(tone, request.Width, request.Height, request.Pixels(3), request.Cancellation);
        var pool = Pools(request, bled, 3);
        var lines = Tone.InkLines(request, Tone.Luminance(request), 1.5f, 0.018f);
        var flow = FlowField.Of(request, 8, 1.5f);
        return Ground.Map(request, flat, (x, y, i, _) =>
        {
            var cloud = Noise.Fractal(request.Seed + 9, x / request.Pixels(70), y / request.Pixels(70), 4);
            var ink = Math.Clamp(1.05f - (0.55f * bled[i]) - (0.5f * tone[i]) + (0.16f * cloud), 0f, 1f);
            ink = Steps(ink, 5) * 0.88f;
            var angle = flow.Angle(x, y);
            var streak = Noise.Smooth(request.Seed + 13, ((x * MathF.Cos(angle)) + (y * MathF.Sin(angle))) / request.Pixels(30), ((y * MathF.Cos(angle)) - (x * MathF.Sin(angle))) / request.Pixels(1.6f));
            ink += 0.22f * pool[i];
            ink -= 0.2f * Noise.Step(0.55f, 0.9f, ink) * Noise.Step(0.1f, 0.7f, streak);
            ink = Math.Max(ink, 0.85f * lines[i] * Noise.Step(-0.6f, 0.2f, streak + cloud));
            var paper = Ground.Shade((0.955f, 0.935f, 0.885f), 1 + (0.02f * Ground.Grain(request, x, y, 3)));
            return Ground.Mix(paper, (0.09f, 0.09f, 0.11f), Math.Clamp(ink, 0f, 1f));
        });
    }

    /// <summary>Chalky earth pigments in old plaster with fine cracks and losses.</summary>
    internal static PlanarImage Fresco(PaintRequest request)
    {
        var flat = Kuwahara.Apply(request, request.Original, 3);
        var picture = PaletteTransport.Apply(request.With(flat), Plaster, 0.9f);
        var soft = GaussianBlur.Apply(picture, request.Pixels(1), request.Cancellation);
        var cracks = CellMap.Of(request, 58, 1, 0).Borders(0.9f);
        var crazing = CellMap.Of(request.With(soft), 17, 1, 0).Borders(0.6f);
        var lime = (R: 0.89f, G: 0.85f, B: 0.76f);
        return Ground.Map(request, soft, (x, y, _, c) =>
        {
            var j = Wobble(request, x, y, 7, 14);
            var stain = Noise.Fractal(request.Seed + 3, x / request.Pixels(90), y / request.Pixels(90), 5);
            var bare = Noise.Step(0.36f, 0.5f, Noise.Fractal(request.Seed + 4, x / request.Pixels(34), y / request.Pixels(34), 5));
            var worn = 0.16f + (0.16f * Ground.Grain(request, x, y, 3.2f)) + (0.1f * stain);
            var colour = Ground.Mix(c, lime, Math.Clamp(worn + (0.6f * bare), 0f, 1f));
            var line = (0.3f * Noise.Step(0.35f, 0.9f, cracks[j])) + (0.15f * Noise.Step(0.5f, 1f, crazing[j]) * Noise.Step(-0.1f, 0.3f, stain));
            return Ground.Mix(Ground.Shade(colour, 1 + (0.05f * Ground.Grain(request, x, y, 1.5f))), (0.3f, 0.24f, 0.19f), line);
        });
    }

    /// <summary>Forms without outlines that melt into one another as through smoke, under a thin umber glaze.</summary>
    internal static PlanarImage Sfumato(PaintRequest request)
    {
        var picture = PaletteTransport.Apply(request, Umber, 0.4f);
        var soft = GaussianBlur.Apply(picture, request.Pixels(14), request.Cancellation);
        return Ground.Map(request, soft, (x, y, _, c) =>
        {
            var smoke = Noise.Fractal(request.Seed + 7, x / request.Pixels(110), y / request.Pixels(110), 2);
            return Ground.Mix(c, (0.42f, 0.36f, 0.28f), Math.Clamp(0.14f + (0.12f * smoke), 0f, 1f));
        });
    }

    // Where a wash is darker than its surroundings and changes quickly, its pigment gathers.
    private static float[] Pools(PaintRequest request, float[] light, float width)
    {
        var near = GaussianBlur.BlurPlane(light, request.Width, request.Height, Math.Max(0.5f, request.Pixels(width)), request.Cancellation);
        return Array.ConvertAll(Enumerable.Range(0, light.Length).ToArray(), i => Math.Clamp((near[i] - light[i]) * 4, 0f, 0.5f));
    }

    private static PlanarImage Wobbled(PaintRequest request, PlanarImage image, float amount, float size) => Ground.Map(request, image, (x, y, _, _) =>
    {
        var j = Wobble(request, x, y, amount, size);
        return (image.Values[j], image.Values[image.PlaneSize + j], image.Values[(2 * image.PlaneSize) + j]);
    });

    private static int Wobble(PaintRequest request, int x, int y, float amount, float size)
    {
        var step = request.Pixels(size);
        var dx = request.Pixels(amount) * Noise.Fractal(request.Seed + 1, x / step, y / step, 3);
        var dy = request.Pixels(amount) * Noise.Fractal(request.Seed + 2, x / step, y / step, 3);
        return (Math.Clamp((int)(y + dy), 0, request.Height - 1) * request.Width) + Math.Clamp((int)(x + dx), 0, request.Width - 1);
    }

    private static float Steps(float value, int count)
    {
        var scaled = value * (count - 1);
        var floor = MathF.Floor(scaled);
        return (floor + Noise.Step(0.25f, 0.75f, scaled - floor)) / (count - 1);
    }

    private static float Floor(float value) => Math.Max(value, 0.02f);
}
