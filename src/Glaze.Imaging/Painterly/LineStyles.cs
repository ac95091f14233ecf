using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Painterly;

/// <summary>Styles of drawing: tone made from lines.</summary>
internal static class LineStyles
{
    /// <summary>Pen lines in up to four directions, closer where it is darker, with outlines.</summary>
    internal static PlanarImage Hatching(PaintRequest request)
    {
        var tone = Tone.Stretch(Tone.Luminance(request));
        var smooth = GaussianBlur.BlurPlane(tone, request.Width, request.Height, request.Pixels(2.5f), request.Cancellation);
        var lines = Tone.InkLines(request, tone, 1.1f, 0.02f);
        (float Angle, float Below)[] directions = [(0.78f, 0.8f), (2.36f, 0.56f), (0.1f, 0.36f), (1.5f, 0.2f)];
        return Ground.Map(request, request.Original, (x, y, i, _) =>
        {
            var ink = lines[i];
            foreach (var (angle, below) in directions)
            {
                var wobble = 0.3f * Noise.Smooth(request.Seed + 1, x / request.Pixels(45), y / request.Pixels(45));
                var across = ((y * MathF.Cos(angle)) - (x * MathF.Sin(angle))) / Math.Max(2.5f, request.Pixels(5.2f));
                var line = 1 - (2 * Math.Abs(across + wobble - MathF.Floor(across + wobble) - 0.5f));
                var press = Math.Clamp((below - smooth[i]) * 2.2f, 0f, 0.55f);
                var along = Noise.Smooth(request.Seed + (int)MathF.Floor(across + wobble), ((x * MathF.Cos(angle)) + (y * MathF.Sin(angle))) / request.Pixels(30), angle);
                ink = Math.Max(ink, press <= 0 ? 0 : 0.9f * Noise.Step(1 - press - 0.25f, 1 - press + 0.15f, line + (0.1f * along)));
            }

            var paper = Ground.Shade((0.97f, 0.95f, 0.9f), 1 + (0.012f * Ground.Grain(request, x, y, 2)));
            return Ground.Mix(paper, (0.1f, 0.1f, 0.14f), Math.Clamp(ink, 0f, 1f));
        });
    }

    /// <summary>Fine swelling lines that bend around forms, as on a banknote, in green-black on cream.</summary>
    internal static PlanarImage Engraving(PaintRequest request)
    {
        var tone = Tone.Stretch(Tone.Luminance(request));
        var form = GaussianBlur.BlurPlane(tone, request.Width, request.Height, request.Pixels(9), request.Cancellation);
        var detail = GaussianBlur.BlurPlane(tone, request.Width, request.Height, request.Pixels(0.9f), request.Cancellation);
        var pitch = Math.Max(2.6f, request.Pixels(3.6f));
        return Ground.Map(request, request.Original, (x, y, i, _) =>
        {
            var swell = 34 * request.Scale * form[i];
            var first = Line((y + (0.32f * x) + swell) / pitch, 0.96f - (0.95f * detail[i]));
            var second = Line((y - (0.85f * x) + (0.7f * swell)) / pitch, 0.62f - (1.15f * detail[i]));
            var third = Line(((0.3f * y) + x - swell) / pitch, 0.3f - (1.2f * detail[i]));
            var ink = Math.Max(first, Math.Max(second, third));
            var paper = Ground.Shade((0.93f, 0.91f, 0.8f), 1 + (0.015f * Ground.Grain(request, x, y, 2.5f)));
            return Ground.Mix(paper, (0.06f, 0.2f, 0.17f), 0.95f * ink);
        });
    }

    /// <summary>Soft black sticks rubbed over rough paper, smudged, with lights lifted out.</summary>
    internal static PlanarImage Charcoal(PaintRequest request)
    {
        var tone = Tone.Stretch(Tone.Luminance(request));
        var grey = new PlanarImage(request.Width, request.Height);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            tone.CopyTo(grey.Plane(c));
        }

        var painted = request.With(grey);
        var flow = FlowField.Of(painted, 6, 0.5f);
        var canvas = new StrokeCanvas(request, GaussianBlur.Apply(grey, request.Pixels(5), request.Cancellation));
        var tip = new BrushTip { Bristles = 0.35f, Dryness = 0.6f, Softness = 0.9f, Opacity = 0.75f, Ragged = 1 };
        canvas.Paint(new StrokeLayer { Spacing = 7, Length = 38, Width = 6, Across = 0.8f, Turn = 0.15f, Variety = 0.3f, Salt = 1 }.Place(request, grey, flow), tip);
        canvas.Paint(new StrokeLayer { Spacing = 5, Length = 18, Width = 3, Turn = 0.2f, WhereWrong = 0.3f, Variety = 0.25f, Salt = 2 }.Place(request, grey, flow, canvas.Image), tip);
        var lines = Tone.InkLines(request, tone, 1.8f, 0.02f);
        return Ground.Map(request, canvas.Image, (x, y, i, c) =>
        {
            var tooth = Ground.Grain(request, x, y, 1.7f);
            var dark = Math.Clamp(1.02f - c.R + (0.5f * lines[i]), 0f, 1f);
            var ink = Math.Clamp((dark * 1.15f) - (0.42f * (0.5f + (0.5f * tooth)) * (1.2f - dark)), 0f, 1f);
            return Ground.Mix((0.9f, 0.885f, 0.86f), (0.085f, 0.08f, 0.085f), ink);
        });
    }

    // A line of the given relative thickness around every whole number of the phase.
    private static float Line(float phase, float thickness)
    {
        var distance = 2 * Math.Abs(phase - MathF.Floor(phase) - 0.5f);
        return thickness <= 0 ? 0 : 1 - Noise.Step(thickness - 0.22f, thickness + 0.22f, 1 - distance);
    }
}
