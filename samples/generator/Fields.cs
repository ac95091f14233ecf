namespace Glaze.SampleGenerator;

/// <summary>Seeded smooth noise and easing for the scenes.</summary>
internal static class Fields
{
    /// <summary>Uniform in [0, 1) for a place.</summary>
    internal static float Unit(int x, int y, int salt)
    {
        var h = (uint)((x * 374761393) + (y * 668265263) + (salt * 974634343));
        h = (h ^ (h >> 13)) * 1274126177u;
        h = (h ^ (h >> 16)) * 2246822519u;
        return ((h ^ (h >> 15)) >> 8) / 16_777_216f;
    }

    /// <summary>Smooth noise in [0, 1] that varies over one unit.</summary>
    internal static float Smooth(float x, float y, int salt)
    {
        var (i, j) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (u, v) = (Ease(x - i), Ease(y - j));
        var upper = Unit(i, j, salt) + ((Unit(i + 1, j, salt) - Unit(i, j, salt)) * u);
        var lower = Unit(i, j + 1, salt) + ((Unit(i + 1, j + 1, salt) - Unit(i, j + 1, salt)) * u);
        return upper + ((lower - upper) * v);
    }

    /// <summary>Octaves of smooth noise in [0, 1].</summary>
    internal static float Fractal(float x, float y, int salt, int octaves = 5)
    {
        var (sum, weight, total) = (0f, 1f, 0f);
        for (var o = 0; o < octaves; o++)
        {
            sum += weight * Smooth(x, y, salt + o);
            total += weight;
            weight *= 0.5f;
            (x, y) = ((x * 2.03f) + 3.7f, (y * 2.03f) + 1.3f);
        }

        return sum / total;
    }

    /// <summary>0 below low, 1 above high, smooth between.</summary>
    internal static float Step(float low, float high, float value) => Ease(Math.Clamp((value - low) / (high - low), 0f, 1f));

    private static float Ease(float t) => t * t * (3 - (2 * t));
}
