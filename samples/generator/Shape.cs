using System.Numerics;

namespace Glaze.SampleGenerator;

/// <summary>A closed outline or an open line, as a row of points.</summary>
internal sealed class Shape(params Vector2[] points)
{
    private const int StepsPerCurve = 14;

    internal Vector2[] Points { get; } = points;

    /// <summary>A polygon from x, y pairs.</summary>
    internal static Shape Polygon(params float[] xy) => new(Pairs(xy));

    /// <summary>A smooth closed curve through x, y pairs (Catmull–Rom).</summary>
    internal static Shape Blob(params float[] xy) => Curve(Pairs(xy), isClosed: true);

    /// <summary>A smooth open curve through x, y pairs.</summary>
    internal static Shape Line(params float[] xy) => Curve(Pairs(xy), isClosed: false);

    /// <summary>An ellipse, turned by an angle in radians.</summary>
    internal static Shape Ellipse(float x, float y, float rx, float ry, float angle = 0) => new(
        [.. Enumerable.Range(0, 72).Select(i => new Vector2(x, y) + Turned(new Vector2(rx * MathF.Cos(i * MathF.PI / 36), ry * MathF.Sin(i * MathF.PI / 36)), angle))]);

    /// <summary>A star with rounded tips.</summary>
    internal static Shape Star(float x, float y, float radius, int tips, float angle, float depth = 0.45f) => Curve(
        [.. Enumerable.Range(0, 2 * tips).Select(i => new Vector2(x, y) + Turned(new Vector2(i % 2 == 0 ? radius : depth * radius, 0), angle + (i * MathF.PI / tips)))], isClosed: true);

    /// <summary>The mirror image about a vertical line.</summary>
    internal Shape Mirrored(float x) => new([.. Points.Select(p => new Vector2((2 * x) - p.X, p.Y))]);

    /// <summary>Scaled and turned about the origin, then moved.</summary>
    internal Shape Placed(float x, float y, float scale, float angle) => new([.. Points.Select(p => new Vector2(x, y) + (scale * Turned(p, angle)))]);

    private static Vector2 Turned(Vector2 p, float angle) =>
        new((p.X * MathF.Cos(angle)) - (p.Y * MathF.Sin(angle)), (p.X * MathF.Sin(angle)) + (p.Y * MathF.Cos(angle)));

    private static Vector2[] Pairs(float[] xy) => [.. Enumerable.Range(0, xy.Length / 2).Select(i => new Vector2(xy[2 * i], xy[(2 * i) + 1]))];

    private static Shape Curve(Vector2[] p, bool isClosed)
    {
        var result = new List<Vector2>();
        var count = isClosed ? p.Length : p.Length - 1;
        Vector2 At(int i) => isClosed ? p[(i + p.Length) % p.Length] : p[Math.Clamp(i, 0, p.Length - 1)];
        for (var i = 0; i < count; i++)
        {
            for (var s = 0; s < StepsPerCurve; s++)
            {
                result.Add(CatmullRom(At(i - 1), At(i), At(i + 1), At(i + 2), s / (float)StepsPerCurve));
            }
        }

        if (!isClosed)
        {
            result.Add(p[^1]);
        }

        return new Shape([.. result]);
    }

    private static Vector2 CatmullRom(Vector2 a, Vector2 b, Vector2 c, Vector2 d, float t) =>
        0.5f * ((2 * b) + ((c - a) * t) + (((2 * a) - (5 * b) + (4 * c) - d) * t * t) + (((3 * b) - a - (3 * c) + d) * t * t * t));
}
