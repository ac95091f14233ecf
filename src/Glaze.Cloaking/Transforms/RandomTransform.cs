namespace Glaze.Cloaking.Transforms;

/// <summary>
/// Expectation over transformation (arXiv 1707.07397, eq. 2): draws what may happen to the published picture, so that the cloak
/// is computed for all of it. Deterministic by seed and step.
/// </summary>
/// <param name="height">Height of the image in pixels.</param>
/// <param name="width">Width of the image in pixels.</param>
/// <param name="seed">Seed of the draws.</param>
public sealed class RandomTransform(int height, int width, int seed)
{
    /// <summary>The transform of one step: same size in, same size out.</summary>
    /// <param name="step">Index of the step, from 0.</param>
    /// <returns>The transform.</returns>
    public IImageTransform ForStep(int step)
    {
        var random = new Random(unchecked((seed * 7919) + step));
        return random.Next(5) switch
        {
            0 => new IdentityTransform(height, width),
            1 => DownAndUp(0.5 + (0.5 * random.NextDouble())),
            2 => new BlurTransform(height, width, 0.5 + random.NextDouble()),
            3 => new NoiseTransform(height, width, 0.05 * random.NextDouble(), random.Next()),
            _ => new JpegTransform(height, width, random.Next(50, 96)),
        };
    }

    private ComposedTransform DownAndUp(double scale)
    {
        var smallHeight = Math.Max(1, (int)Math.Round(height * scale));
        var smallWidth = Math.Max(1, (int)Math.Round(width * scale));
        return new ComposedTransform(
            new ResizeTransform(height, width, smallHeight, smallWidth),
            new ResizeTransform(smallHeight, smallWidth, height, width));
    }
}
