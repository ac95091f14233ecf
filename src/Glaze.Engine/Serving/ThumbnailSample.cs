using Glaze.Imaging;

namespace Glaze.Engine.Serving;

/// <summary>A small landscape drawn by code, for style pictures when no layer is at hand: sky, sun, hills, water.</summary>
internal static class ThumbnailSample
{
    public static PlanarImage Draw(int side)
    {
        var image = new PlanarImage(side, side);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var (red, green, blue) = Colour(x / (float)side, y / (float)side);
                var index = (y * side) + x;
                image.Plane(0)[index] = red;
                image.Plane(1)[index] = green;
                image.Plane(2)[index] = blue;
            }
        }

        return image;
    }

    private static (float Red, float Green, float Blue) Colour(float x, float y)
    {
        var far = 0.52f + (0.08f * MathF.Sin((7 * x) + 1));
        var near = 0.66f + (0.07f * MathF.Sin((5 * x) + 4));
        if (y > near)
        {
            var shade = 0.75f + (0.25f * MathF.Sin((40 * x) + (60 * y)));
            return (0.18f * shade, (0.35f + (0.2f * (1 - y))) * shade, 0.16f);
        }

        if (y > far)
        {
            return (0.36f, 0.45f + (0.3f * (y - far)), 0.52f);
        }

        var sun = MathF.Sqrt(((x - 0.7f) * (x - 0.7f)) + ((y - 0.24f) * (y - 0.24f)));
        return sun < 0.1f ? (1f, 0.88f, 0.55f) : (0.55f + (0.4f * y), 0.68f + (0.2f * y), 0.92f - (0.25f * y));
    }
}
