using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Painterly;

/// <summary>Styles of printing: flat colours and cut lines.</summary>
internal static class PrintStyles
{
    private static readonly Palette Ukiyo = Palette.Of(0x1B2A4A, 0x2F5D8A, 0x7FA8B8, 0xC8D2B8, 0xEFE3C2, 0xD8A15A, 0xB8573E, 0x6E7A52);
    private static readonly Palette Deco = Palette.Of(0x0E1A24, 0x12474E, 0x1F7A78, 0xC9963B, 0xEBD9A8, 0xF6EFDC, 0xA63D2F);

    /// <summary>Flat blocks of colour with a key line, graded sky and the grain of the wood.</summary>
    internal static PlanarImage Woodblock(PaintRequest request)
    {
        var flat = Kuwahara.Apply(request, Kuwahara.Apply(request, request.Original, 9), 4);
        var moved = PaletteTransport.Apply(request.With(flat), Ukiyo, 1f, 0.004f);
        var blocks = Blocks(request, moved, Ukiyo, 0.1f);
        var lines = Tone.InkLines(request, Tone.Luminance(request.With(flat)), 1.7f, 0.013f);
        var drawn = Tone.InkLines(request, Tone.Luminance(request), 1.4f, 0.05f);
        return Ground.Map(request, blocks, (x, y, i, c) =>
        {
            var grain = Noise.Fractal(request.Seed + 2, x / request.Pixels(90), (y + (request.Pixels(6) * Noise.Smooth(request.Seed, x / request.Pixels(120), y / request.Pixels(40)))) / request.Pixels(2.4f), 2);
            var paper = Ground.Grain(request, x, y, 2.5f);
            var colour = Ground.Mix(c, (0.94f, 0.89f, 0.77f), Math.Clamp(0.1f + (0.14f * grain) + (0.06f * paper), 0f, 0.6f));

            // Bokashi: the printer wipes the block so that colour deepens toward the top edge.
            var bokashi = 0.55f * (1 - Noise.Step(0, 0.22f, y / (float)request.Height));
            colour = Ground.Mix(colour, Ground.Mix(colour, (0.1f, 0.2f, 0.42f), 0.85f), bokashi);
            return Ground.Mix(colour, (0.09f, 0.1f, 0.17f), 0.92f * Math.Max(lines[i], drawn[i]));
        });
    }

    /// <summary>One block cut with gouges: black, paper and one spot colour.</summary>
    internal static PlanarImage Linocut(PaintRequest request)
    {
        var tone = Tone.Stretch(Tone.Luminance(request.With(Kuwahara.Apply(request, request.Original, 4))));
        var smooth = GaussianBlur.BlurPlane(tone, request.Width, request.Height, request.Pixels(1.5f), request.Cancellation);
        var cuts = Gouges(request, smooth);
        var lines = Tone.InkLines(request, Tone.Luminance(request), 2, 0.02f);
        var spot = Palette.Rgb(0xC8452E);
        return Ground.Map(request, request.Original, (x, y, i, _) =>
        {
            var open = Noise.Step(0.6f, 0.68f, smooth[i]);
            var cut = Math.Min(Math.Max(cuts[i], open), 1 - lines[i]);
            var uneven = Noise.Step(0.5f, 0.62f, 0.5f + (0.5f * Ground.Grain(request, x, y, 1.3f)));
            var paper = Ground.Shade((0.95f, 0.92f, 0.84f), 1 + (0.02f * Ground.Grain(request, x, y, 4)));
            var wander = 0.05f * Noise.Fractal(request.Seed + 6, x / request.Pixels(30), y / request.Pixels(30), 3);
            var tint = Noise.Step(0.4f, 0.46f, smooth[i] + wander) * (1 - Noise.Step(0.72f, 0.78f, smooth[i] + wander));
            paper = Ground.Mix(paper, spot, 0.92f * tint);
            return Ground.Mix((0.1f, 0.1f, 0.12f), paper, Math.Max(cut, 0.18f * uneven));
        });
    }

    // Tapering gouge marks along the forms: none in the blacks, ever wider and denser toward the lights.
    private static float[] Gouges(PaintRequest request, float[] tone)
    {
        var grey = new PlanarImage(request.Width, request.Height);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            tone.CopyTo(grey.Plane(c));
        }

        var flow = FlowField.Of(request, 9, 0.8f);
        var layer = new StrokeLayer { Spacing = 4.4f, Length = 22, Width = 4, Bend = 0.06f, Turn = 0.12f, Variety = 0, StopAt = 0.7f, Salt = 4 };
        var marks = new List<Stroke>();
        foreach (var stroke in layer.Place(request, grey, flow))
        {
            var light = (stroke.Red - 0.12f) * 1.5f;
            if (light > Hash.Unit(request.Seed, stroke.Seed, 0, 95))
            {
                marks.Add(stroke with { Width = Math.Max(1.2f, stroke.Width * (0.45f + (0.6f * light))), Red = 1, Green = 1, Blue = 1 });
            }
        }

        var canvas = new StrokeCanvas(request, new PlanarImage(request.Width, request.Height));
        canvas.Paint(marks, new BrushTip { Bristles = 0, Dryness = 0, Softness = 0.5f, Opacity = 1, Ragged = 0.3f });
        return [.. canvas.Image.Plane(0)];
    }

    /// <summary>Bold flat shapes in teal, gold and black with airbrushed shading and a fan of rays.</summary>
    internal static PlanarImage DecoPoster(PaintRequest request)
    {
        var flat = Kuwahara.Apply(request, request.Original, 8);
        var moved = PaletteTransport.Apply(request.With(flat), Deco, 1f, 0.003f);
        var blocks = Blocks(request, moved, Deco, 0);
        var air = GaussianBlur.BlurPlane(Tone.Luminance(request.With(blocks)), request.Width, request.Height, request.Pixels(22), request.Cancellation);
        var light = Tone.Luminance(request.With(blocks));
        var drawn = Tone.InkLines(request, Tone.Luminance(request), 1.8f, 0.06f);
        return Ground.Map(request, blocks, (x, y, i, c) =>
        {
            var (dx, dy) = (x - (0.5f * request.Width), (1.05f * request.Height) - y);
            var ray = Noise.Step(-0.06f, 0.06f, MathF.Sin(22 * MathF.Atan2(dx, dy)));
            var shade = 1 + (0.5f * (light[i] - air[i])) + (0.13f * (ray - 0.5f) * Noise.Step(0.35f, 0.7f, light[i]));
            var speckle = 0.05f * Hash.Signed(request.Seed, (int)(x / Math.Max(1f, request.Scale)), (int)(y / Math.Max(1f, request.Scale)), 91);
            return Ground.Mix(Ground.Shade(c, shade + speckle), (0.05f, 0.09f, 0.13f), 0.9f * drawn[i]);
        });
    }

    // Every pixel takes the palette colour nearest to it; a slight blur stands in for antialiasing.
    private static PlanarImage Blocks(PaintRequest request, PlanarImage picture, Palette palette, float keep)
    {
        var blocks = Ground.Map(request, picture, (_, _, _, c) =>
        {
            var (l, a, b) = Oklab.FromRgb(c.R, c.G, c.B);
            return Ground.Mix(palette.Nearest(l, a, b), c, keep);
        });
        return GaussianBlur.Apply(Kuwahara.Apply(request, blocks, 2), 0.6f, request.Cancellation);
    }
}
