using System.Globalization;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Targets;
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
                    sums[i, k] += FeatureCentroid.Distance(centroids[i], centroids[k]) / subjects.Count;
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

    private static double[] Centroid(PlanarImage image, SessionPool sessions) =>
        FeatureCentroid.Of(sessions.Latents(image.Values, image.Height, image.Width, CancellationToken.None), sessions.Ensemble);
}
