using System.Numerics;
using Glaze.Imaging;

namespace Glaze.SampleGenerator;

/// <summary>Flat shapes and lines with antialiased edges on a straight-alpha picture.</summary>
internal sealed class VectorCanvas(int width, int height)
{
    private const int RowsPerPixel = 5;

    private readonly Colour[] _pixels = new Colour[width * height];

    internal int Width => width;

    internal int Height => height;

    /// <summary>Fills everything.</summary>
    internal VectorCanvas Clear(Colour colour)
    {
        Array.Fill(_pixels, colour);
        return this;
    }

    /// <summary>Sets every pixel from its place and its present colour.</summary>
    internal VectorCanvas Each(Func<int, int, Colour, Colour> colour)
    {
        for (var i = 0; i < _pixels.Length; i++)
        {
            _pixels[i] = colour(i % width, i / width, _pixels[i]);
        }

        return this;
    }

    /// <summary>Fills a shape, optionally only inside another one.</summary>
    internal VectorCanvas Fill(Shape shape, Colour colour, Shape? inside = null)
    {
        var cover = Cover(shape);
        var clip = inside is null ? null : Cover(inside);
        for (var i = 0; i < _pixels.Length; i++)
        {
            Blend(i, colour, cover[i] * (clip?[i] ?? 1));
        }

        return this;
    }

    /// <summary>Draws a line along the points; it thins toward both ends unless it is closed.</summary>
    internal VectorCanvas Stroke(Shape shape, Colour colour, float thickness, bool isClosed = false, Shape? inside = null)
    {
        var cover = new float[_pixels.Length];
        var p = shape.Points;
        var count = isClosed ? p.Length : p.Length - 1;
        for (var i = 0; i < count; i++)
        {
            var t = (i + 0.5f) / count;
            var taper = isClosed ? 1 : 0.35f + (0.65f * MathF.Sqrt(MathF.Sin(MathF.PI * t)));
            Segment(cover, p[i], p[(i + 1) % p.Length], thickness * taper);
        }

        var clip = inside is null ? null : Cover(inside);
        for (var i = 0; i < cover.Length; i++)
        {
            Blend(i, colour, cover[i] * (clip?[i] ?? 1));
        }

        return this;
    }

    /// <summary>How much of every pixel a shape covers, 0..1 (even-odd rule).</summary>
    internal float[] Cover(Shape shape)
    {
        var cover = new float[width * height];
        var p = shape.Points;
        var crossings = new List<float>();
        var first = Math.Max(0, (int)p.Min(q => q.Y));
        var last = Math.Min(height - 1, (int)p.Max(q => q.Y));
        for (var row = first * RowsPerPixel; row < (last + 1) * RowsPerPixel; row++)
        {
            var y = (row + 0.5f) / RowsPerPixel;
            crossings.Clear();
            for (var i = 0; i < p.Length; i++)
            {
                var (a, b) = (p[i], p[(i + 1) % p.Length]);
                if (a.Y <= y != b.Y <= y)
                {
                    crossings.Add(a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
                }
            }

            crossings.Sort();
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                Span(cover, row / RowsPerPixel * width, crossings[i], crossings[i + 1]);
            }
        }

        return cover;
    }

    /// <summary>The finished picture.</summary>
    internal PixelBuffer ToPixels()
    {
        var result = new PixelBuffer(width, height);
        for (var i = 0; i < _pixels.Length; i++)
        {
            var c = _pixels[i];
            (result.Rgba[4 * i], result.Rgba[(4 * i) + 1], result.Rgba[(4 * i) + 2], result.Rgba[(4 * i) + 3]) = (Byte(c.R), Byte(c.G), Byte(c.B), Byte(c.A));
        }

        return result;
    }

    private static byte Byte(float value) => (byte)((Math.Clamp(value, 0f, 1f) * 255) + 0.5f);

    private void Span(float[] cover, int start, float from, float to)
    {
        for (var x = Math.Max(0, (int)from); x < Math.Min(width, to); x++)
        {
            cover[start + x] += Math.Max(0, Math.Min(to, x + 1) - Math.Max(from, x)) / RowsPerPixel;
        }
    }

    private void Segment(float[] cover, Vector2 a, Vector2 b, float thickness)
    {
        var half = thickness / 2;
        var along = b - a;
        var length = Math.Max(along.LengthSquared(), 1e-6f);
        for (var y = Math.Max(0, (int)(Math.Min(a.Y, b.Y) - half - 1)); y <= Math.Min(height - 1, Math.Max(a.Y, b.Y) + half + 1); y++)
        {
            for (var x = Math.Max(0, (int)(Math.Min(a.X, b.X) - half - 1)); x <= Math.Min(width - 1, Math.Max(a.X, b.X) + half + 1); x++)
            {
                var p = new Vector2(x + 0.5f, y + 0.5f);
                var t = Math.Clamp(Vector2.Dot(p - a, along) / length, 0f, 1f);
                var distance = Vector2.Distance(p, a + (t * along));
                cover[(y * width) + x] = Math.Max(cover[(y * width) + x], Math.Clamp(half - distance + 0.5f, 0f, 1f));
            }
        }
    }

    // Straight-alpha "over".
    private void Blend(int i, Colour colour, float cover)
    {
        var alpha = colour.A * Math.Min(cover, 1f);
        if (alpha <= 0)
        {
            return;
        }

        var below = _pixels[i];
        var total = alpha + (below.A * (1 - alpha));
        var mixed = Colour.Mix(below, colour, alpha / total);
        _pixels[i] = mixed with { A = total };
    }
}
