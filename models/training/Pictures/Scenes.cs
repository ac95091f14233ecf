using Glaze.Imaging;
using SkiaSharp;

namespace Glaze.Training.Pictures;

/// <summary>Kinds of pictures drawn by code: from flat shapes and line art to fields like those of photographs.</summary>
internal static class Scenes
{
    private static readonly Func<Dice, int, PlanarImage>[] Kinds =
    [
        Gradient, Photo, Photo, Layers, Layers, Shapes, Shapes, Lines, Hatching, Dots, Ridges, Glyphs, Balls, Figure, Figure, Panels,
    ];

    private static readonly string[] Fonts = Directory.Exists("/usr/share/fonts/truetype")
        ? [.. Directory.GetFiles("/usr/share/fonts/truetype", "*.ttf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A picture of any kind, now and then two through a mask.</summary>
    public static PlanarImage Any(Dice dice, int side)
    {
        var first = Kinds[dice.Whole(0, Kinds.Length)](dice, side);
        if (!dice.Chance(0.12))
        {
            return first;
        }

        var mask = Field.Noise(dice, side, 2);
        var sharpness = dice.Of(4f, 60f);
        return Drawing.Blend(first, Kinds[dice.Whole(0, Kinds.Length)](dice, side), i => ((mask.Values[i] - 0.5f) * sharpness) + 0.5f);
    }

    /// <summary>What a drawing stands on: half of the grounds are one flat colour.</summary>
    public static PlanarImage Ground(Dice dice, int side)
    {
        if (dice.Chance(0.5))
        {
            var colour = dice.Chance(0.35) ? SKColors.White : Colours.One(dice);
            return Drawing.Each(side, (_, _, c) => Colours.Channel(colour, c) / 255f);
        }

        return dice.Chance(0.55) ? Gradient(dice, side) : Photo(dice, side);
    }

    private static PlanarImage Gradient(Dice dice, int side)
    {
        var colours = Colours.Palette(dice, dice.Whole(2, 5));
        var (angle, x0, y0, isRound) = (dice.Range(0, 6.3), dice.Range(0, 1), dice.Range(0, 1), dice.Chance(0.4));
        return Drawing.Each(side, (x, y, c) =>
        {
            var (u, v) = (x / (float)side, y / (float)side);
            var t = isRound ? MathF.Sqrt(((u - x0) * (u - x0)) + ((v - y0) * (v - y0))) : 0.5f + ((u - 0.5f) * MathF.Cos(angle)) + ((v - 0.5f) * MathF.Sin(angle));
            return Colours.Ramp(colours, t, c);
        });
    }

    private static PlanarImage Photo(Dice dice, int side)
    {
        var power = dice.Range(0.5, 1.6);
        var light = Field.Noise(dice, side, power);
        var tints = Enumerable.Range(0, 3).Select(_ => Field.Noise(dice, side, power + 0.2)).ToArray();
        var (colours, tint, contrast) = (Colours.Palette(dice, dice.Whole(2, 6)), dice.Range(0, 0.5), dice.Range(0.5, 1.6));
        return Drawing.Each(side, (x, y, c) =>
        {
            var i = (y * side) + x;
            return Colours.Ramp(colours, 0.5f + (contrast * (light.Values[i] - 0.5f)), c) + (tint * (tints[c].Values[i] - 0.5f));
        });
    }

    private static PlanarImage Layers(Dice dice, int side)
    {
        var image = Ground(dice, side);
        for (var count = dice.Whole(2, 7); count > 0; count--)
        {
            var field = Field.Noise(dice, side, dice.Range(1.2, 2.4));
            var (level, sharpness) = (dice.Range(0.35, 0.65), dice.Of(30f, 80f, 400f));
            var fill = dice.Chance(0.4) ? Gradient(dice, side) : Flat(side, Colours.One(dice));
            image = Drawing.Blend(image, fill, i => (field.Values[i] - level) * sharpness);
            if (dice.Chance(0.4))
            {
                var (ink, width) = (Flat(side, new SKColor(20, 16, 24)), dice.Range(0.004, 0.02));
                image = Drawing.Blend(image, ink, i => 1.5f - (MathF.Abs(field.Values[i] - level) / width));
            }
        }

        return image;
    }

    private static PlanarImage Flat(int side, SKColor colour) => Drawing.Each(side, (_, _, c) => Colours.Channel(colour, c) / 255f);

    private static PlanarImage Shapes(Dice dice, int side) => Drawing.On(Ground(dice, side), canvas =>
    {
        var (palette, outline) = (Colours.Palette(dice, 7), dice.Chance(0.6));
        for (var count = dice.Whole(3, 40); count > 0; count--)
        {
            using var path = Blob(dice, dice.Range(0, side), dice.Range(0, side), side * dice.Range(0.03, 0.35));
            using var fill = Drawing.Fill(dice.Of<SKColor>(palette));
            canvas.DrawPath(path, fill);
            if (outline)
            {
                using var pen = Drawing.Pen(new SKColor(20, 16, 24), dice.Range(1, 5));
                canvas.DrawPath(path, pen);
            }
        }
    });

    private static SKPath Blob(Dice dice, float x, float y, float size)
    {
        var path = new SKPath();
        if (dice.Chance(0.35))
        {
            path.AddOval(SKRect.Create(x - size, y - (size * dice.Range(0.3, 1)), 2 * size, 2 * size * dice.Range(0.3, 1)));
            return path;
        }

        var (corners, isRound) = (dice.Whole(3, 9), dice.Chance(0.5));
        var points = Enumerable.Range(0, corners).Select(k =>
        {
            var (angle, reach) = ((6.2832f * k / corners) + dice.Range(0, 0.5), size * dice.Range(0.4, 1));
            return new SKPoint(x + (reach * MathF.Cos(angle)), y + (reach * MathF.Sin(angle)));
        }).ToArray();
        path.MoveTo(points[0]);
        for (var k = 1; k <= corners; k++)
        {
            var (previous, next) = (points[k - 1], points[k % corners]);
            if (isRound)
            {
                path.QuadTo(previous.X + ((next.Y - previous.Y) * 0.3f) + ((next.X - previous.X) * 0.5f), previous.Y - ((next.X - previous.X) * 0.3f) + ((next.Y - previous.Y) * 0.5f), next.X, next.Y);
            }
            else
            {
                path.LineTo(next);
            }
        }

        path.Close();
        return path;
    }

    private static PlanarImage Lines(Dice dice, int side) => Drawing.On(dice.Chance(0.6) ? Flat(side, SKColors.White) : Ground(dice, side), canvas =>
    {
        var ink = dice.Chance(0.7) ? new SKColor(15, 15, 20) : Colours.One(dice);
        for (var count = dice.Whole(8, 60); count > 0; count--)
        {
            using var pen = Drawing.Pen(ink, dice.Range(0.8, 4));
            using var path = Curve(dice, side);
            canvas.DrawPath(path, pen);
        }
    });

    private static SKPath Curve(Dice dice, int side)
    {
        var path = new SKPath();
        var (x, y, angle, stride) = (dice.Range(0, side), dice.Range(0, side), dice.Range(0, 6.3), side * dice.Range(0.01, 0.05));
        path.MoveTo(x, y);
        for (var k = 0; k < 24; k++)
        {
            angle += dice.Normal(0, 0.35);
            (x, y) = (x + (stride * MathF.Cos(angle)), y + (stride * MathF.Sin(angle)));
            path.LineTo(x, y);
        }

        return path;
    }

    private static PlanarImage Hatching(Dice dice, int side)
    {
        var tone = Field.Noise(dice, side, dice.Range(1, 2));
        var ink = Colours.One(dice);
        var paper = dice.Chance(0.5) ? SKColors.White : Colours.One(dice);
        var screens = Enumerable.Range(0, dice.Whole(1, 4)).Select(_ => (Angle: dice.Range(0, 3.14), Frequency: dice.Range(0.06, 0.3))).ToArray();
        return Drawing.Each(side, (x, y, c) =>
        {
            var t = tone.Values[(y * side) + x];
            var cover = 0f;
            for (var k = 0; k < screens.Length; k++)
            {
                var (angle, frequency) = screens[k];
                var wave = 0.5f + (0.5f * MathF.Sin((6.2832f * frequency * ((MathF.Cos(angle) * x) + (MathF.Sin(angle) * y))) + (6 * t)));
                cover = MathF.Max(cover, Math.Clamp((wave - t - (0.1f * k)) * 5, 0f, 1f));
            }

            return ((Colours.Channel(ink, c) * 0.4f * cover) + (Colours.Channel(paper, c) * (1 - cover))) / 255f;
        });
    }

    private static PlanarImage Dots(Dice dice, int side)
    {
        var picture = dice.Chance(0.5) ? Photo(dice, side) : Layers(dice, side);
        var (angle, frequency, dark) = (dice.Range(0, 3.14), dice.Range(0.05, 0.25), dice.Range(0, 0.6));
        var grey = new float[side * side];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = (picture.Values[i] + picture.Values[grey.Length + i] + picture.Values[(2 * grey.Length) + i]) / 3;
        }

        return Drawing.Each(side, (x, y, c) =>
        {
            var (u, v) = ((MathF.Cos(angle) * x) + (MathF.Sin(angle) * y), (MathF.Cos(angle) * y) - (MathF.Sin(angle) * x));
            var screen = 0.5f + (0.25f * (MathF.Sin(6.2832f * frequency * u) + MathF.Sin(6.2832f * frequency * v)));
            var cover = Math.Clamp((screen - grey[(y * side) + x]) * 8, 0f, 1f);
            var value = picture.Plane(c)[(y * side) + x];
            return (value * dark * cover) + (((value * 0.3f) + 0.7f) * (1 - cover));
        });
    }

    private static PlanarImage Ridges(Dice dice, int side)
    {
        var image = Gradient(dice, side);
        var (top, palette) = (dice.Range(0.1, 0.5), Colours.Palette(dice, 6));
        for (var k = 0; k < 5; k++)
        {
            var (line, grain) = (Field.Noise(dice, side, dice.Range(0.9, 1.8)), Field.Noise(dice, side, dice.Range(0.2, 1.2)));
            var (colour, rough, rise) = (palette[k], dice.Range(0, 0.6), top + (k * 0.13f));
            var fill = Drawing.Each(side, (x, y, c) => (Colours.Channel(colour, c) / 255f) + (rough * (grain.Values[(y * side) + x] - 0.5f)));
            image = Drawing.Blend(image, fill, i => (i / side) - ((rise + (0.5f * (line.Values[i % side] - 0.5f))) * side));
        }

        return image;
    }

    private static PlanarImage Glyphs(Dice dice, int side) => Fonts.Length == 0 ? Lines(dice, side) : Drawing.On(Ground(dice, side), canvas =>
    {
        for (var count = dice.Whole(3, 25); count > 0; count--)
        {
            using var face = SKTypeface.FromFile(dice.Of<string>(Fonts));
            using var font = new SKFont(face, dice.Range(9, side / 4f));
            using var fill = Drawing.Fill(Colours.One(dice));
            var text = string.Concat(Enumerable.Range(0, dice.Whole(1, 12)).Select(_ => (char)dice.Whole(33, 0x250)));
            canvas.DrawText(text, dice.Range(-0.1, 0.9) * side, dice.Range(0, 1) * side, font, fill);
        }
    });

    private static PlanarImage Balls(Dice dice, int side) => Drawing.On(Ground(dice, side), canvas =>
    {
        var light = new SKPoint(dice.Range(-0.5, 0.5), dice.Range(-0.5, 0.5));
        for (var count = dice.Whole(1, 7); count > 0; count--)
        {
            var (x, y, size) = (dice.Range(0, side), dice.Range(0, side), side * dice.Range(0.06, 0.4));
            var colour = Colours.One(dice);
            var dark = new SKColor((byte)(colour.Red / 5), (byte)(colour.Green / 5), (byte)(colour.Blue / 5));
            using var shader = SKShader.CreateRadialGradient(
                new SKPoint(x + (size * light.X), y + (size * light.Y)), size * 1.4f, [SKColors.White, colour, dark], [0, dice.Range(0.08, 0.3), 1], SKShaderTileMode.Clamp);
            using var fill = new SKPaint { Shader = shader, IsAntialias = true };
            canvas.DrawCircle(x, y, size, fill);
        }
    });

    // A cel-shaded head and shoulders on its ground: large flat areas, one hard shade each, dark outlines.
    private static PlanarImage Figure(Dice dice, int side) => Drawing.On(Ground(dice, side), canvas =>
    {
        var palette = Colours.Palette(dice, 5);
        var (x, y, size) = (side * dice.Range(0.35, 0.65), side * dice.Range(0.35, 0.55), side * dice.Range(0.14, 0.28));
        var skin = SKColor.FromHsv(dice.Range(10, 35), dice.Range(10, 55), dice.Range(45, 100));
        var shade = SKColor.FromHsv(dice.Range(0, 30), dice.Range(25, 65), dice.Range(35, 75));
        using var pen = Drawing.Pen(new SKColor(30, 20, 28), dice.Range(1, 5));
        Part(canvas, palette[0], pen, SKRect.Create(x - (1.7f * size), y + (0.9f * size), 3.4f * size, 4 * size));
        Part(canvas, palette[1], pen, SKRect.Create(x - (1.35f * size), y - (1.4f * size), 2.7f * size, 3 * size));
        Part(canvas, skin, pen, SKRect.Create(x - size, y - size, 2 * size, 2.3f * size));
        canvas.Save();
        using (var face = new SKPath())
        {
            face.AddOval(SKRect.Create(x - size, y - size, 2 * size, 2.3f * size));
            canvas.ClipPath(face, antialias: true);
        }

        using (var fill = Drawing.Fill(shade))
        {
            canvas.DrawOval(SKRect.Create(x + (0.2f * size), y - size, 2 * size, 2.6f * size), fill);
            canvas.DrawRect(x - size, y + (1.1f * size), 2 * size, size, fill);
        }

        canvas.Restore();
        foreach (var eye in (ReadOnlySpan<float>)[-0.42f, 0.42f])
        {
            Part(canvas, SKColors.White, pen, SKRect.Create(x + ((eye - 0.22f) * size), y - (0.1f * size), 0.44f * size, 0.5f * size));
            Part(canvas, palette[2], pen, SKRect.Create(x + ((eye - 0.13f) * size), y, 0.26f * size, 0.38f * size));
        }

        for (var k = 0; k < dice.Whole(3, 9); k++)
        {
            using var lock1 = Blob(dice, x + (size * dice.Range(-1, 1)), y - (size * dice.Range(0.6, 1.3)), size * dice.Range(0.3, 0.7));
            using var fill = Drawing.Fill(dice.Chance(0.7) ? palette[1] : palette[3]);
            canvas.DrawPath(lock1, fill);
            canvas.DrawPath(lock1, pen);
        }
    });

    private static void Part(SKCanvas canvas, SKColor colour, SKPaint pen, SKRect place)
    {
        using var fill = Drawing.Fill(colour);
        canvas.DrawOval(place, fill);
        canvas.DrawOval(place, pen);
    }

    // Straight-edged architecture and comic panels.
    private static PlanarImage Panels(Dice dice, int side) => Drawing.On(Ground(dice, side), canvas =>
    {
        var palette = Colours.Palette(dice, 6);
        for (var count = dice.Whole(5, 50); count > 0; count--)
        {
            var place = SKRect.Create(side * dice.Range(-0.1, 0.9), side * dice.Range(-0.1, 0.9), side * dice.Range(0.02, 0.4), side * dice.Range(0.02, 0.5));
            using var fill = Drawing.Fill(dice.Of<SKColor>(palette));
            canvas.DrawRect(place, fill);
            if (dice.Chance(0.5))
            {
                using var pen = Drawing.Pen(new SKColor(25, 22, 30), dice.Range(0.8, 3));
                canvas.DrawRect(place, pen);
            }
        }
    });
}
