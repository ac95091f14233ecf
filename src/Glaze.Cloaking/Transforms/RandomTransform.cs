namespace Glaze.Cloaking.Transforms;

/// <summary>
/// Expectation over transformation (arXiv 1707.07397, eq. 2): draws what may happen to the published picture, so that the cloak
/// is computed for all of it. Kinds are dealt from a shuffled deck, so that few steps see all of them too. Deterministic by seed and step.
/// </summary>
/// <param name="width">Width of the image in pixels.</param>
/// <param name="height">Height of the image in pixels.</param>
/// <param name="seed">Seed of the draws.</param>
/// <param name="mostPasses">Largest number of passes of the bilateral filter, 1 or more.</param>
internal sealed class RandomTransform(int width, int height, int seed, int mostPasses)
{
    // Half of the steps see the picture as it is: what moves a smooth encoder survives treatment by itself, and every other view costs a step.
    private static readonly Kind[] Deck =
        [.. Enumerable.Repeat(Kind.None, 4), Kind.Rescale, Kind.Blur, Kind.Jpeg, Kind.Bilateral];

    private enum Kind
    {
        None,
        Rescale,
        Blur,
        Jpeg,
        Bilateral,
    }

    /// <summary>How many steps see every kind in its proportion.</summary>
    public static int Round => Deck.Length;

    /// <summary>The transform of one step: same size in, same size out.</summary>
    /// <param name="step">Index of the step, from 0.</param>
    /// <returns>The transform.</returns>
    public IImageTransform ForStep(int step)
    {
        var kinds = (Kind[])Deck.Clone();
        new Random(unchecked((seed * 7919) - 1 - (step / Round))).Shuffle(kinds);
        var random = new Random(unchecked((seed * 7919) + step));
        return kinds[step % Round] switch
        {
            Kind.Rescale => DownAndUp(0.5 + (0.5 * random.NextDouble())),
            Kind.Blur => new BlurTransform(0.5 + random.NextDouble()),
            Kind.Jpeg => new JpegTransform(random.Next(50, 96)),
            Kind.Bilateral => new BilateralTransform(random.Next(1, mostPasses + 1)),
            _ => new IdentityTransform(),
        };
    }

    private ComposedTransform DownAndUp(double scale)
    {
        var smallWidth = Math.Max(1, (int)Math.Round(width * scale));
        var smallHeight = Math.Max(1, (int)Math.Round(height * scale));
        return new ComposedTransform(
            new ResizeTransform(width, height, smallWidth, smallHeight),
            new ResizeTransform(smallWidth, smallHeight, width, height));
    }
}
