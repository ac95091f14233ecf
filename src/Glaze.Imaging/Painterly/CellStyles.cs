using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Painterly;

/// <summary>Styles put together from pieces: tiles, glass, facets, paper.</summary>
internal static class CellStyles
{
    private static readonly Palette Smalti = Palette.Of(0x0D2B45, 0x14566B, 0x2E8C8A, 0x9CC7A8, 0xE9DFC3, 0xD9A93A, 0xA8742A, 0x7A2E2E, 0x3C3A35);
    private static readonly Palette Glass = Palette.Of(0x0B2E8A, 0x1470C8, 0x14A0A0, 0x1E8C3C, 0xF2C21A, 0xE8701A, 0xC41E2A, 0x6A1E8C, 0xF3EBD0);
    private static readonly Palette Earth = Palette.Of(0x1E1C1C, 0x3C4246, 0x5E6A66, 0x8A7A58, 0xB88A48, 0xD2B078, 0xE6D6AE, 0x7A4A30, 0xF4EAD2);
    private static readonly Palette Papers = Palette.Of(0xE24E42, 0xE9B000, 0xEB6E80, 0x008F95, 0xF4E8D0, 0x23344C, 0x7CB59C, 0xF7B7A3);

    /// <summary>Small square stones with grout between them, set along the forms.</summary>
    internal static PlanarImage Mosaic(PaintRequest request)
    {
        var painted = request.With(PaletteTransport.Apply(request, Smalti, 0.95f, 0.006f));
        var cells = CellMap.Of(painted, 8.5f, 0.35f, 0.25f);
        var grout = cells.Borders(1.3f);
        var mortar = Palette.Rgb(0x4A443C);
        return Ground.Map(request, painted.Original, (x, y, i, _) =>
        {
            var cell = cells.CellOf[i];
            var (cx, cy) = cells.Centre(cell);
            // Every stone is cut from a different piece and tilted a little, so that it catches the light its own way.
            var piece = 1 + (0.16f * Hash.Signed(request.Seed, cell, 0, 41));
            var (tiltX, tiltY) = (Hash.Signed(request.Seed, cell, 0, 42), Hash.Signed(request.Seed, cell, 0, 43));
            var tilt = 0.02f * (((x - cx) * tiltX) + ((y - cy) * tiltY)) / request.Scale;
            var stone = Ground.Shade(cells.Colour(cell), 1.08f * (piece + tilt));
            return Ground.Mix(stone, mortar, Noise.Step(0.45f, 0.85f, grout[i]));
        });
    }

    /// <summary>Large panes of glowing glass in lead.</summary>
    internal static PlanarImage StainedGlass(PaintRequest request)
    {
        var flat = request.With(Kuwahara.Apply(request, request.Original, 8));
        var painted = request.With(PaletteTransport.Apply(flat, Glass, 1f, 0.004f));
        var cells = CellMap.Of(painted, 27, 0.9f, 0.16f);
        var drawn = Tone.InkLines(request, Tone.Luminance(request), 2, 0.06f);
        var lead = cells.Borders(2.2f);
        var glow = cells.Borders(10);
        return Ground.Map(request, painted.Original, (x, y, i, c) =>
        {
            var pane = Ground.Mix(cells.Colour(cells.CellOf[i]), c, 0.12f);
            var streaks = Noise.Fractal(request.Seed + cells.CellOf[i], x / request.Pixels(22), y / request.Pixels(7), 3);
            var light = 1.25f + (0.13f * streaks) - (0.3f * glow[i]);
            var came = 0.09f + (0.1f * Noise.Step(0.75f, 1f, lead[i]));
            return Ground.Mix(Ground.Shade(pane, light), (came, came, came * 1.1f), Math.Max(Noise.Step(0.5f, 0.75f, lead[i]), 0.85f * drawn[i]));
        });
    }

    /// <summary>The subject broken into angular planes, each shaded from its own side, in earth colours.</summary>
    internal static PlanarImage Facets(PaintRequest request)
    {
        var painted = request.With(PaletteTransport.Apply(request, Earth, 0.9f));
        var large = CellMap.Of(painted, 46, 1, 0);
        var shifted = request.With(Shifted(painted, large));
        var small = CellMap.Of(shifted, 24, 1, 0);
        var (edges, lines) = (large.Borders(1.5f), small.Borders(0.8f));
        var soft = GaussianBlur.Apply(shifted.Original, request.Pixels(1), request.Cancellation);
        return Ground.Map(request, soft, (x, y, i, c) =>
        {
            var (a, b) = (large.CellOf[i], small.CellOf[i]);
            var plane = Ground.Mix(small.Colour(b), c, 0.6f);
            var shade = 1.05f + (0.5f * Slope(request, large, a, x, y, 46)) + (0.16f * Hash.Signed(request.Seed, b, 3, 46)) + (0.2f * Slope(request, small, b, x, y, 24));
            plane = Ground.Shade(plane, shade + (0.05f * Ground.Grain(request, x, y, 2)));
            // Faint: a cloak carries strong lines into smooth skies, where they pass for cracks.
            return Ground.Mix(plane, (0.13f, 0.1f, 0.08f), (0.16f * Noise.Step(0.5f, 0.95f, edges[i])) + (0.05f * Noise.Step(0.6f, 1f, lines[i])));
        });
    }

    // Each large facet sees the subject from a slightly different place.
    private static PlanarImage Shifted(PaintRequest request, CellMap cells) => Ground.Map(request, request.Original, (x, y, i, _) =>
    {
        var cell = cells.CellOf[i];
        var sx = Math.Clamp(x + (int)request.Pixels(9 * Hash.Signed(request.Seed, cell, 1, 45)), 0, request.Width - 1);
        var sy = Math.Clamp(y + (int)request.Pixels(9 * Hash.Signed(request.Seed, cell, 2, 45)), 0, request.Height - 1);
        var (v, j, size) = (request.Original.Values, (sy * request.Width) + sx, request.Original.PlaneSize);
        return (v[j], v[size + j], v[(2 * size) + j]);
    });

    /// <summary>Torn coloured papers laid over one another, each with a pale torn rim and a shadow.</summary>
    internal static PlanarImage Collage(PaintRequest request)
    {
        var flat = Kuwahara.Apply(request, request.Original, 5);
        var painted = request.With(PaletteTransport.Apply(request.With(flat), Papers, 1f, 0.003f));
        var cells = CellMap.Of(painted, 30, 0.9f, 0.9f);
        var sheets = new (float R, float G, float B)[cells.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var (r, g, b) = cells.Colour(cell);
            var (l, a, bb) = Oklab.FromRgb(r, g, b);
            sheets[cell] = Ground.Shade(Papers.Nearest(l, a, bb), 1 + (0.05f * Hash.Signed(request.Seed, cell, 0, 51)));
        }

        var rims = SheetRims(request, cells, sheets);
        var drawn = Tone.InkLines(request, Tone.Luminance(request), 1.8f, 0.06f);
        return Ground.Map(request, painted.Original, (x, y, i, _) =>
        {
            // Torn edges wander: the sheet is looked up at a place shaken by noise.
            var j = Shaken(request, x, y, 3f);
            var fibre = 1 + (0.05f * Ground.Grain(request, x, y, 1.6f)) + (0.03f * Ground.Grain(request, x, y, 9));
            var sheet = Ground.Shade(sheets[cells.CellOf[j]], fibre);
            sheet = Ground.Mix(sheet, (0.97f, 0.95f, 0.9f), 0.75f * Noise.Step(0.45f, 0.8f, rims[j]));
            var shadow = rims[Shaken(request, x - request.Pixels(3), y - request.Pixels(3), 3f)];
            sheet = Ground.Shade(sheet, 1 - (0.28f * Noise.Step(0.2f, 0.8f, shadow) * (1 - rims[j])));
            return Ground.Mix(sheet, (0.14f, 0.16f, 0.22f), 0.85f * drawn[j] * Noise.Step(-0.9f, 0.1f, Ground.Grain(request, x, y, 1.8f)));
        });
    }

    private static float[] SheetRims(PaintRequest request, CellMap cells, (float R, float G, float B)[] sheets)
    {
        var rim = new float[cells.CellOf.Length];
        request.ForRows(y =>
        {
            for (var x = 0; x + 1 < request.Width && y + 1 < request.Height; x++)
            {
                var i = (y * request.Width) + x;
                var here = sheets[cells.CellOf[i]];
                rim[i] = Math.Max(Apart(here, sheets[cells.CellOf[i + 1]]), Apart(here, sheets[cells.CellOf[i + request.Width]]));
            }
        });
        var sigma = Math.Max(0.5f, request.Pixels(1.1f));
        var blurred = GaussianBlur.BlurPlane(rim, request.Width, request.Height, sigma, request.Cancellation);
        return Array.ConvertAll(blurred, v => Math.Min(1f, v * sigma * 2.5066f));
    }

    private static float Apart((float R, float G, float B) a, (float R, float G, float B) b) =>
        Math.Abs(a.R - b.R) + Math.Abs(a.G - b.G) + Math.Abs(a.B - b.B) > 0.2f ? 1 : 0;

    private static int Shaken(PaintRequest request, float x, float y, float amount)
    {
        var step = request.Pixels(6);
        var dx = request.Pixels(amount) * Noise.Fractal(request.Seed + 61, x / step, y / step, 3);
        var dy = request.Pixels(amount) * Noise.Fractal(request.Seed + 67, x / step, y / step, 3);
        return (Math.Clamp((int)(y + dy), 0, request.Height - 1) * request.Width) + Math.Clamp((int)(x + dx), 0, request.Width - 1);
    }

    private static float Slope(PaintRequest request, CellMap cells, int cell, int x, int y, float size)
    {
        var (cx, cy) = cells.Centre(cell);
        var turn = 2 * MathF.PI * Hash.Unit(request.Seed, cell, (int)size, 44);
        return (((x - cx) * MathF.Cos(turn)) + ((y - cy) * MathF.Sin(turn))) / request.Pixels(size);
    }
}
