using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Painterly;

/// <summary>Styles made of visible brush strokes.</summary>
internal static class StrokeStyles
{
    private static readonly Palette Night = Palette.Of(0x0B1B45, 0x163A7A, 0x2D67B2, 0x5D9BCB, 0x9CC8C4, 0xE9D36A, 0xE5A32B, 0x6E4A1F);
    private static readonly Palette HighKey = Palette.Of(0x5C6FA8, 0x8FA9D6, 0xBFD3E6, 0xF3E3D0, 0xF2C4B0, 0xD99AA5, 0x9DBF8F, 0x5F8F6B, 0xF9F1DF);
    private static readonly Palette Wild = Palette.Of(0xE4262C, 0xF58A1F, 0xFFD400, 0x1FA64A, 0x0A8FA6, 0x223FA6, 0xC72A8E, 0xFFE7C2, 0x16163A);
    private static readonly Palette Knife = Palette.Of(0x2B2A33, 0x5A3B36, 0x9A4A34, 0xD07A3E, 0xE7B97A, 0xF4E4C4, 0x6F8A86, 0x35555A);
    private static readonly Palette Pastels = Palette.Of(0x6D5A7A, 0x9C86B5, 0xD8A5C0, 0xF3C7B5, 0xF6E2A8, 0xB9D7B4, 0x93BBD0, 0xF8EFE6);

    /// <summary>Three layers of long bent strokes along wandering contours, night blues against ochre.</summary>
    internal static PlanarImage Swirling(PaintRequest request)
    {
        var picture = PaletteTransport.Apply(request, Night, 0.9f);
        var painted = request.With(picture);
        var flow = FlowField.Of(painted, 5, 2.5f);
        var canvas = new StrokeCanvas(request, GaussianBlur.Apply(picture, request.Pixels(8)));
        var tip = new BrushTip { Bristles = 0.2f, Dryness = 0.12f, Softness = 0.3f };
        canvas.Paint(new StrokeLayer { Spacing = 9, Length = 46, Width = 11, Bend = 0.14f, Variety = 0.14f, Salt = 1 }.Place(request, Smooth(painted, 3), flow), tip);
        canvas.Paint(new StrokeLayer { Spacing = 6.5f, Length = 30, Width = 6, Bend = 0.14f, Variety = 0.18f, Salt = 2 }.Place(request, Smooth(painted, 1.6f), flow), tip);
        canvas.Paint(new StrokeLayer { Spacing = 4, Length = 16, Width = 3.2f, Variety = 0.12f, WhereWrong = 0.2f, Salt = 3 }.Place(request, Smooth(painted, 0.8f), flow, canvas.Image), tip);
        canvas.Light(0.9f);
        return canvas.Image;
    }

    /// <summary>Short separate dabs of light colours on a pale ground.</summary>
    internal static PlanarImage Dabs(PaintRequest request)
    {
        var picture = PaletteTransport.Apply(request, HighKey, 0.8f);
        var painted = request.With(picture);
        var flow = FlowField.Of(painted, 4, 0.4f);
        var canvas = new StrokeCanvas(request, Ground.Flat(request, 0xD9CDBB));
        var tip = new BrushTip { Bristles = 0.1f, Dryness = 0.25f, Softness = 0.5f, Opacity = 0.85f, Ragged = 0.9f };
        var broken = Broken(painted, 0.09f);
        canvas.Paint(new StrokeLayer { Spacing = 6.5f, Length = 15, Width = 9, Turn = 0.7f, Variety = 0.1f, Salt = 1 }.Place(request, broken, flow), tip);
        canvas.Paint(new StrokeLayer { Spacing = 4.2f, Length = 10, Width = 4.6f, Turn = 0.6f, Variety = 0.12f, Salt = 2 }.Place(request, broken, flow), tip);
        canvas.Paint(new StrokeLayer { Spacing = 3, Length = 7, Width = 2.6f, Turn = 0.4f, WhereWrong = 0.28f, Salt = 3 }.Place(request, picture, flow, canvas.Image), tip);
        return canvas.Image;
    }

    /// <summary>Broad flat strokes in strong colours that ignore nature, dark blue contours.</summary>
    internal static PlanarImage Fauvist(PaintRequest request)
    {
        var picture = PaletteTransport.Apply(request, Wild, 0.95f, 0.009f);
        var painted = request.With(picture);
        var flow = FlowField.Of(painted, 9, 0.5f);
        var canvas = new StrokeCanvas(request, Ground.Flat(request, 0xF3E6CE));
        var tip = new BrushTip { Bristles = 0.06f, Dryness = 0.3f, Softness = 0.12f, Opacity = 1 };
        var flat = Smooth(painted, 4);
        canvas.Paint(new StrokeLayer { Spacing = 12, Length = 44, Width = 15, Turn = 0.25f, Variety = 0.06f, StopAt = 0.5f, Salt = 1 }.Place(request, flat, flow), tip);
        canvas.Paint(new StrokeLayer { Spacing = 6, Length = 20, Width = 7, WhereWrong = 0.4f, StopAt = 0.5f, Salt = 2 }.Place(request, Smooth(painted, 1.5f), flow, canvas.Image), tip);
        var lines = Tone.InkLines(request, Tone.Luminance(request), 2.6f, 0.022f);
        return Ground.Map(request, canvas.Image, (_, _, i, c) => Ground.Mix(c, Palette.Rgb(0x141A5E), 0.9f * lines[i]));
    }

    /// <summary>Thick slabs of paint laid with a knife, lit from the side.</summary>
    internal static PlanarImage Impasto(PaintRequest request)
    {
        var picture = PaletteTransport.Apply(request, Knife, 0.85f);
        var painted = request.With(picture);
        var flow = FlowField.Of(painted, 7, 1.2f);
        var canvas = new StrokeCanvas(request, GaussianBlur.Apply(picture, request.Pixels(6)));
        var tip = new BrushTip { Bristles = 0.08f, Dryness = 0.1f, Softness = 0.1f, Opacity = 1, Ragged = 1.2f };
        canvas.Paint(new StrokeLayer { Spacing = 13, Length = 36, Width = 26, Bend = 0.02f, Turn = 0.9f, Variety = 0.16f, Salt = 1 }.Place(request, Smooth(painted, 3), flow), tip);
        canvas.Paint(new StrokeLayer { Spacing = 9, Length = 24, Width = 14, Bend = 0.02f, Turn = 0.7f, Variety = 0.14f, WhereWrong = 0.16f, Salt = 2 }.Place(request, Smooth(painted, 1.2f), flow, canvas.Image), tip);
        canvas.Paint(new StrokeLayer { Spacing = 5, Length = 11, Width = 5, Turn = 0.4f, WhereWrong = 0.3f, Salt = 3 }.Place(request, picture, flow, canvas.Image), tip);
        canvas.Light(1.3f);
        return canvas.Image;
    }

    /// <summary>Chalk that catches on the tooth of a tinted paper.</summary>
    internal static PlanarImage Pastel(PaintRequest request)
    {
        var picture = PaletteTransport.Apply(request, Pastels, 0.8f);
        var painted = request.With(picture);
        var flow = FlowField.Of(painted, 6, 0.3f);
        var canvas = new StrokeCanvas(request, GaussianBlur.Apply(picture, request.Pixels(3)));
        var tip = new BrushTip { Bristles = 0.1f, Dryness = 0.75f, Softness = 0.8f, Opacity = 0.8f, Ragged = 1.4f };
        canvas.Paint(new StrokeLayer { Spacing = 7, Length = 34, Width = 9, Across = 0.5f, Turn = 0.2f, Variety = 0.16f, Salt = 1 }.Place(request, Smooth(painted, 2), flow), tip);
        canvas.Paint(new StrokeLayer { Spacing = 4.5f, Length = 20, Width = 4, Across = 0.5f, Turn = 0.3f, Variety = 0.2f, Salt = 2 }.Place(request, Smooth(painted, 1), flow), tip);
        var paper = Palette.Rgb(0x8C7B73);
        return Ground.Map(request, canvas.Image, (x, y, _, c) =>
            Ground.Mix(c, paper, 0.42f * Noise.Step(0.1f, 0.6f, Ground.Grain(request, x, y, 2.1f))));
    }

    private static PlanarImage Smooth(PaintRequest request, float sigma) =>
        GaussianBlur.Apply(request.Original, request.Pixels(sigma), request.Cancellation);

    // Divides colours: neighbouring dabs differ in hue around the local colour.
    private static PlanarImage Broken(PaintRequest request, float amount) => Ground.Map(request, request.Original, (x, y, _, c) =>
    {
        var (u, v) = (x / 5, y / 5);
        return (c.R + (amount * Hash.Signed(request.Seed, u, v, 21)), c.G + (0.6f * amount * Hash.Signed(request.Seed, u, v, 22)), c.B + (amount * Hash.Signed(request.Seed, u, v, 23)));
    });
}
