namespace Glaze.Cloaking.Transforms;

/// <summary>Adds Gaussian noise; the gradient passes unchanged.</summary>
internal sealed class NoiseTransform(int height, int width, double sigma, int seed) : IImageTransform
{
    public int OutputHeight => height;

    public int OutputWidth => width;

    public float[] Apply(float[] image)
    {
        var random = new Random(seed);
        var result = new float[image.Length];
        for (var i = 0; i < image.Length; i += 2)
        {
            // Box–Muller: two independent normal values from two uniform ones.
            var radius = sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextDouble());
            result[i] = image[i] + (float)(radius * cosine);
            if (i + 1 < image.Length)
            {
                result[i + 1] = image[i + 1] + (float)(radius * sine);
            }
        }

        return result;
    }

    public float[] Adjoint(float[] gradient) => gradient;
}
