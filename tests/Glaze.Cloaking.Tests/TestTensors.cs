using Glaze.Imaging;

namespace Glaze.Cloaking.Tests;

/// <summary>Random vectors, pictures made of numbers, and inner products.</summary>
internal static class TestTensors
{
    public static float[] Normal(int count, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count)
            .Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))
            .ToArray();
    }

    public static PlanarImage NormalImage(int width, int height, int seed) => new(width, height, Normal(3 * width * height, seed));

    /// <summary>The same number everywhere.</summary>
    public static PlanarImage Constant(int width, int height, float value) => new(width, height, [.. Enumerable.Repeat(value, 3 * width * height)]);

    /// <summary>Every value by a rule of what was there and its index.</summary>
    public static PlanarImage Map(PlanarImage image, Func<float, int, float> rule) => new(image.Width, image.Height, [.. image.Values.Select(rule)]);

    /// <summary>image + factor · direction.</summary>
    public static PlanarImage Add(PlanarImage image, PlanarImage direction, float factor) => Map(image, (value, i) => value + (factor * direction.Values[i]));

    public static double Dot(PlanarImage left, PlanarImage right) => Dot(left.Values, right.Values);

    public static double Dot(float[] left, float[] right) => left.Zip(right, (a, b) => (double)a * b).Sum();
}
