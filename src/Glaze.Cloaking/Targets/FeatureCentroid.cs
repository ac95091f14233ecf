namespace Glaze.Cloaking.Targets;

/// <summary>The mean feature vector of pictures under an ensemble of encoders.</summary>
internal static class FeatureCentroid
{
    /// <summary>Means over positions of every channel of every latent, each channel divided by its usual deviation.</summary>
    /// <param name="latents">One latent per encoder, C·h·w values.</param>
    /// <param name="ensemble">The encoders.</param>
    /// <returns>One value per channel of every encoder.</returns>
    public static double[] Of(IReadOnlyList<float[]> latents, Encoders.SurrogateEnsemble ensemble) =>
        ensemble.Encoders.SelectMany((encoder, k) => Means(latents[k], encoder)).ToArray();

    /// <summary>Euclidean distance.</summary>
    /// <param name="left">A centroid.</param>
    /// <param name="right">Another of the same ensemble.</param>
    /// <returns>The distance, 0 or more, in usual deviations.</returns>
    public static double Distance(double[] left, double[] right) =>
        Math.Sqrt(left.Zip(right, (a, b) => (a - b) * (a - b)).Sum());

    private static IEnumerable<double> Means(float[] latent, Encoders.SurrogateEncoder encoder)
    {
        var plane = latent.Length / encoder.LatentChannels;
        return Enumerable.Range(0, encoder.LatentChannels)
            .Select(c => latent.Skip(c * plane).Take(plane).Average(value => (double)value) / Math.Max(encoder.LatentDeviation[c], 1e-6f));
    }
}
