namespace Glaze.Imaging.Painterly;

/// <summary>Smooth random fields: paper grain, clouds of pigment, wandering lines.</summary>
internal static class Noise
{
    /// <summary>Value noise in [−1, 1] that varies over about one unit of x and y.</summary>
    internal static float Smooth(int seed, float x, float y)
    {
        var left = MathF.Floor(x);
        var top = MathF.Floor(y);
        var (i, j) = ((int)left, (int)top);
        var u = Ease(x - left);
        var v = Ease(y - top);
        var upper = Lerp(Hash.Signed(seed, i, j), Hash.Signed(seed, i + 1, j), u);
        var lower = Lerp(Hash.Signed(seed, i, j + 1), Hash.Signed(seed, i + 1, j + 1), u);
        return Lerp(upper, lower, v);
    }

    /// <summary>Several octaves of value noise, roughly in [−1, 1].</summary>
    internal static float Fractal(int seed, float x, float y, int octaves)
    {
        var (sum, weight, total) = (0f, 1f, 0f);
        for (var octave = 0; octave < octaves; octave++)
        {
            sum += weight * Smooth(seed + octave, x, y);
            total += weight;
            weight *= 0.5f;
            (x, y) = ((x * 2.03f) + 17.1f, (y * 2.03f) - 9.7f);
        }

        return sum / total * 1.4f;
    }

    /// <summary>Linear interpolation.</summary>
    internal static float Lerp(float a, float b, float t) => a + ((b - a) * t);

    /// <summary>0 below <paramref name="low"/>, 1 above <paramref name="high"/>, smooth between.</summary>
    internal static float Step(float low, float high, float value) => Ease(Math.Clamp((value - low) / (high - low), 0f, 1f));

    private static float Ease(float t) => t * t * (3 - (2 * t));
}
