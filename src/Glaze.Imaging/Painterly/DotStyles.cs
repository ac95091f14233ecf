using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Painterly;

/// <summary>Styles made of dots and threads.</summary>
internal static class DotStyles
{
    private static readonly Palette Spectrum = Palette.Of(0x27408B, 0x3E7CB1, 0x7FB7BE, 0x4C9F70, 0xB5C95A, 0xF4D35E, 0xF29559, 0xD1495B, 0x8E5572, 0xFAF3DD);
    private static readonly Palette Wool = Palette.Of(0x1F2A44, 0x3E4E5E, 0x5E7A66, 0x93A678, 0xCDB987, 0xB97A4B, 0x8A3B32, 0x5A2430, 0xE8DCC0);

    /// <summary>Pure dots of unmixed colour that blend in the eye.</summary>
    internal static PlanarImage Pointillism(PaintRequest request)
    {
        var picture = PaletteTransport.Apply(request, Spectrum, 0.85f);
        var soft = GaussianBlur.Apply(picture, request.Pixels(1.5f), request.Cancellation);
        var coarse = new DotScreen(request, soft, 7.5f, 4.9f, 0.15f, 71);
        var fine = new DotScreen(request, soft, 4.6f, 2.6f, 0.22f, 72);
        return Ground.Map(request, Ground.Flat(request, 0xEFE6D2), (x, y, _, c) => fine.Over(x, y, coarse.Over(x, y, c)));
    }

    /// <summary>Two transparent inks in rotated dot screens, slightly out of register, on warm paper.</summary>
    internal static PlanarImage Risograph(PaintRequest request)
    {
        var source = request.Original;
        (int Ink, float Angle, float Dx, float Dy, int Channel)[] plates = [(0xFF5277, 1.31f, 1.6f, -1.1f, 1), (0x007C8C, 0.39f, -1.3f, 1.4f, 0)];
        var soft = GaussianBlur.Apply(source, request.Pixels(1.2f), request.Cancellation);
        return Ground.Map(request, source, (x, y, _, _) =>
        {
            var colour = Ground.Shade((0.965f, 0.945f, 0.9f), 1 + (0.02f * Ground.Grain(request, x, y, 2)));
            foreach (var (ink, angle, dx, dy, channel) in plates)
            {
                var (px, py) = (x + request.Pixels(dx), y + request.Pixels(dy));
                var i = (Math.Clamp((int)py, 0, request.Height - 1) * request.Width) + Math.Clamp((int)px, 0, request.Width - 1);
                var amount = MathF.Pow(Math.Clamp(1 - soft.Values[(channel * soft.PlaneSize) + i], 0f, 1f), 1.25f);
                var cover = ScreenDot(px, py, angle, Math.Max(3f, request.Pixels(5.5f)), amount);
                cover *= 0.93f + (0.12f * Ground.Grain(request, px + 900, py, 1.4f));
                var (r, g, b) = Palette.Rgb(ink);
                colour = (colour.R * Noise.Lerp(1, r, cover), colour.G * Noise.Lerp(1, g, cover), colour.B * Noise.Lerp(1, b, cover));
            }

            return colour;
        });
    }

    /// <summary>Woollen threads over and under, one colour a stitch.</summary>
    internal static PlanarImage Tapestry(PaintRequest request)
    {
        var picture = PaletteTransport.Apply(request, Wool, 0.95f, 0.006f);
        var soft = GaussianBlur.Apply(picture, request.Pixels(1.5f), request.Cancellation);
        var (warp, weft) = (Math.Max(3f, request.Pixels(6f)), Math.Max(2f, request.Pixels(3.4f)));
        return Ground.Map(request, soft, (x, y, _, _) =>
        {
            var column = (int)(x / warp);
            var wave = 0.5f * weft * ((column & 1) == 0 ? 1 : -1) * MathF.Cos(2 * MathF.PI * x / warp);
            var row = (int)MathF.Floor((y + (0.3f * wave) + ((column & 1) * 0.5f * weft)) / weft);
            var cx = Math.Clamp((int)((column + 0.5f) * warp), 0, request.Width - 1);
            var cy = Math.Clamp((int)((row + 0.5f - ((column & 1) * 0.5f)) * weft), 0, request.Height - 1);
            var i = (cy * request.Width) + cx;
            var (l, a, b) = Oklab.FromRgb(soft.Values[i], soft.Values[soft.PlaneSize + i], soft.Values[(2 * soft.PlaneSize) + i]);
            var dither = 0.07f * Hash.Signed(request.Seed, column, row, 81);
            var thread = Ground.Mix(Wool.Nearest(l + dither, a, b), Oklab.ToRgb(l, a, b), 0.35f);
            var u = ((x / warp) - column - 0.5f) * 2;
            var v = (((y + (0.3f * wave) + ((column & 1) * 0.5f * weft)) / weft) - row - 0.5f) * 2;
            var round = 1.12f - (0.28f * u * u) - (0.36f * v * v);
            var fibre = 0.07f * Noise.Smooth(request.Seed + row, x / request.Pixels(2.2f), (y * 2.3f) + (x * 0.6f));
            return Ground.Shade(thread, round + fibre);
        });
    }

    // A clustered dot: it grows with the amount and joins into a solid above about 0.8.
    private static float ScreenDot(float x, float y, float angle, float pitch, float amount)
    {
        var (cos, sin) = (MathF.Cos(angle), MathF.Sin(angle));
        var u = 2 * MathF.PI * ((x * cos) + (y * sin)) / pitch;
        var v = 2 * MathF.PI * ((y * cos) - (x * sin)) / pitch;
        var threshold = 0.5f - (0.25f * (MathF.Cos(u) + MathF.Cos(v)));
        return Noise.Step(-0.09f, 0.09f, amount - threshold);
    }
}
