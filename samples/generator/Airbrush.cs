using Glaze.Imaging;

namespace Glaze.SampleGenerator;

/// <summary>Soft spheres in a hazy light: nothing but smooth gradients, where any noise would show at once.</summary>
internal static class Airbrush
{
    private const int Side = 512;

    /// <summary>Draws the picture, 512×512.</summary>
    internal static PixelBuffer Draw()
    {
        var canvas = new VectorCanvas(Side, Side).Each((x, y, _) =>
            Colour.Ramp((y / 511f) + (0.12f * MathF.Sin((x / 260f) + 0.6f)), Colour.Hex(0x20264F), Colour.Hex(0x5B4B8A), Colour.Hex(0xC77F9E), Colour.Hex(0xF8C9A0), Colour.Hex(0xFFE9CC)));
        (float X, float Y, float Radius, int Light, int Dark)[] spheres =
            [(390, 120, 62, 0xFFE3C2, 0x8E5C86), (150, 200, 96, 0xF7D9E8, 0x5A4A8E), (330, 330, 138, 0xFFF1DA, 0x9A5E7E), (118, 408, 58, 0xFFE8C8, 0xB06A72)];
        foreach (var sphere in spheres)
        {
            canvas.Each((x, y, c) => Sphere(x, y, c, sphere));
        }

        return canvas.ToPixels();
    }

    private static Colour Sphere(int x, int y, Colour behind, (float X, float Y, float Radius, int Light, int Dark) sphere)
    {
        var (dx, dy) = ((x - sphere.X) / sphere.Radius, (y - sphere.Y) / sphere.Radius);
        var squared = (dx * dx) + (dy * dy);
        var glow = Colour.Mix(behind, Colour.Hex(sphere.Light), 0.22f * MathF.Exp(-1.6f * Math.Max(0, squared - 1)));
        if (squared >= 1.04f)
        {
            return glow;
        }

        var nz = MathF.Sqrt(Math.Max(0, 1 - squared));
        var facing = Math.Clamp((-0.52f * dx) + (-0.62f * dy) + (0.59f * nz), 0f, 1f);
        var rim = MathF.Pow(1 - nz, 3) * 0.55f;
        var body = Colour.Ramp((0.85f * facing) + rim, Colour.Hex(sphere.Dark), Colour.Mix(Colour.Hex(sphere.Dark), Colour.Hex(sphere.Light), 0.55f), Colour.Hex(sphere.Light));
        return Colour.Mix(body, glow, Fields.Step(0.97f, 1.04f, squared));
    }
}
