using System.Globalization;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;
using Glaze.Imaging.Painterly;

namespace Glaze.Benchmarks.Protection;

/// <summary>
/// How different the styles are to the encoders: distances between the feature centroids (channel means of the latents, each divided by the
/// channel's usual deviation) of the same picture in every style, averaged over pictures.
/// </summary>
internal static class StyleDistances
{
    private const string Original = "original";

    /// <summary>Measures all pairs and writes them as a matrix.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Subject> subjects, SessionPool sessions, int seed)
    {
        string[] names = [Original, .. StyleCatalog.All.Select(style => style.Name)];
        var sums = new double[names.Length, names.Length];
        foreach (var subject in subjects)
        {
            var picture = PlanarImage.FromPixels(subject.Original);
            var centroids = StyleCatalog.All
                .Select(style => Centroid(style.Render(picture, seed), sessions))
                .Prepend(Centroid(picture, sessions))
                .ToList();
            for (var i = 0; i < names.Length; i++)
            {
                for (var k = 0; k < names.Length; k++)
                {
                    sums[i, k] += Distance(centroids[i], centroids[k]) / subjects.Count;
                }
            }
        }

        output.WriteLine($",{string.Join(",", names)}");
        for (var i = 0; i < names.Length; i++)
        {
            var row = i;
            output.WriteLine($"{names[i]},{string.Join(",", Enumerable.Range(0, names.Length).Select(k => sums[row, k].ToString("F3", CultureInfo.InvariantCulture)))}");
        }
    }

    private static double[] Centroid(PlanarImage image, SessionPool sessions)
    {
        var latents = sessions.Latents(image.Values, image.Height, image.Width, CancellationToken.None);
        return sessions.Ensemble.Encoders.SelectMany((encoder, k) => Means(latents[k], encoder)).ToArray();
    }

    private static IEnumerable<double> Means(float[] latent, SurrogateEncoder encoder) => latent
        .Chunk(latent.Length / encoder.LatentChannels)
        .Select((plane, channel) => plane.Average(value => (double)value) / encoder.LatentDeviation[channel]);

    private static double Distance(double[] left, double[] right) => Math.Sqrt(left.Zip(right, (a, b) => (a - b) * (a - b)).Sum());
}
