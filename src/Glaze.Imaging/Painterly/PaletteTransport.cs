namespace Glaze.Imaging.Painterly;

/// <summary>
/// Moves a picture's colours to a style's palette by optimal transport: the picture's colours are gathered into clusters,
/// an entropic transport plan (Sinkhorn) carries cluster masses to palette masses in OKLab, and every pixel follows the
/// barycentric shifts of the clusters near it. Lightness counts double, so that forms stay readable.
/// </summary>
internal static class PaletteTransport
{
    private const int ClusterCount = 14;
    private const int SampleCount = 4096;
    private const int KMeansRounds = 8;
    private const int SinkhornRounds = 60;
    private const float LightnessWeight = 2.2f;

    // How strictly palette weights are met, 0..1 (unbalanced transport): a picture that is nearly all white may stay nearly all light.
    private const double PaletteStrictness = 0.8;

    /// <summary>Recolours a picture.</summary>
    /// <param name="request">The picture.</param>
    /// <param name="palette">The colours to move to.</param>
    /// <param name="strength">0 leaves the picture, 1 moves cluster centres all the way.</param>
    /// <param name="sharpness">Entropic regularisation: smaller keeps each cluster to fewer palette colours.</param>
    internal static PlanarImage Apply(PaintRequest request, Palette palette, float strength = 0.85f, float sharpness = 0.012f)
    {
        var lab = ToLab(request);
        var (centres, masses) = Cluster(lab, request);
        var shifts = Shifts(centres, masses, palette, strength, sharpness);
        return Move(request, lab, centres, shifts);
    }

    private static float[] ToLab(PaintRequest request)
    {
        var source = request.Original.Values;
        var size = request.Original.PlaneSize;
        var lab = new float[source.Length];
        request.ForRows(y =>
        {
            for (var i = y * request.Width; i < (y + 1) * request.Width; i++)
            {
                (lab[i], lab[size + i], lab[(2 * size) + i]) = Oklab.FromRgb(source[i], source[size + i], source[(2 * size) + i]);
            }
        });
        return lab;
    }

    // k-means on a regular sample; centres start at evenly spaced lightness quantiles.
    private static (float[][] Centres, float[] Masses) Cluster(float[] lab, PaintRequest request)
    {
        var size = request.Original.PlaneSize;
        var count = Math.Min(SampleCount, size);
        var samples = new float[count][];
        for (var i = 0; i < count; i++)
        {
            var p = (int)((long)i * size / count);
            samples[i] = [lab[p], lab[size + p], lab[(2 * size) + p]];
        }

        Array.Sort(samples, (a, b) => (a[0], a[1], a[2]).CompareTo((b[0], b[1], b[2])));
        var centres = new float[ClusterCount][];
        for (var k = 0; k < ClusterCount; k++)
        {
            centres[k] = (float[])samples[((2 * k) + 1) * (count - 1) / (2 * ClusterCount)].Clone();
        }

        var masses = new float[ClusterCount];
        for (var round = 0; round < KMeansRounds; round++)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            masses = Improve(samples, centres);
        }

        return (centres, masses);
    }

    private static float[] Improve(float[][] samples, float[][] centres)
    {
        var sums = new double[ClusterCount, 3];
        var counts = new int[ClusterCount];
        foreach (var sample in samples)
        {
            var best = 0;
            for (var k = 1; k < ClusterCount; k++)
            {
                best = Distance(sample, centres[k], 1) < Distance(sample, centres[best], 1) ? k : best;
            }

            counts[best]++;
            for (var c = 0; c < 3; c++)
            {
                sums[best, c] += sample[c];
            }
        }

        for (var k = 0; k < ClusterCount; k++)
        {
            for (var c = 0; c < 3 && counts[k] > 0; c++)
            {
                centres[k][c] = (float)(sums[k, c] / counts[k]);
            }
        }

        return Array.ConvertAll(counts, n => (n + 0.5f) / (samples.Length + (0.5f * ClusterCount)));
    }

    // Sinkhorn: plan = diag(u)·exp(−cost/ε)·diag(v) with the given marginals; the shift of a cluster is its barycentre minus itself.
    private static float[][] Shifts(float[][] centres, float[] masses, Palette palette, float strength, float sharpness)
    {
        var colours = palette.Colours;
        var kernel = new double[ClusterCount, colours.Length];
        for (var k = 0; k < ClusterCount; k++)
        {
            for (var j = 0; j < colours.Length; j++)
            {
                kernel[k, j] = Math.Exp(-Distance(centres[k], [colours[j].L, colours[j].A, colours[j].B], LightnessWeight) / sharpness) + 1e-30;
            }
        }

        var u = Enumerable.Repeat(1.0, ClusterCount).ToArray();
        var v = Enumerable.Repeat(1.0, colours.Length).ToArray();
        for (var round = 0; round < SinkhornRounds; round++)
        {
            for (var k = 0; k < ClusterCount; k++)
            {
                u[k] = masses[k] / Enumerable.Range(0, colours.Length).Sum(j => kernel[k, j] * v[j]);
            }

            for (var j = 0; j < colours.Length; j++)
            {
                v[j] = Math.Pow(colours[j].Weight / Enumerable.Range(0, ClusterCount).Sum(k => kernel[k, j] * u[k]), PaletteStrictness);
            }
        }

        return Array.ConvertAll(Enumerable.Range(0, ClusterCount).ToArray(), k =>
        {
            var plan = Array.ConvertAll(Enumerable.Range(0, colours.Length).ToArray(), j => kernel[k, j] * v[j]);
            var total = plan.Sum();
            float Mean(Func<int, float> of) => (float)(Enumerable.Range(0, plan.Length).Sum(j => plan[j] * of(j)) / total);
            return (float[])[
                strength * (Mean(j => colours[j].L) - centres[k][0]),
                strength * (Mean(j => colours[j].A) - centres[k][1]),
                strength * (Mean(j => colours[j].B) - centres[k][2])];
        });
    }

    private static PlanarImage Move(PaintRequest request, float[] lab, float[][] centres, float[][] shifts)
    {
        // Influence of a cluster falls off with the squared distance; the constant keeps exact hits finite.
        const float Softness = 0.0012f;
        var size = request.Original.PlaneSize;
        var result = new PlanarImage(request.Width, request.Height);
        var target = result.Values;
        request.ForRows(y =>
        {
            for (var i = y * request.Width; i < (y + 1) * request.Width; i++)
            {
                var (l, a, b) = (lab[i], lab[size + i], lab[(2 * size) + i]);
                var (dl, da, db, total) = (0f, 0f, 0f, 0f);
                for (var k = 0; k < ClusterCount; k++)
                {
                    var centre = centres[k];
                    var (x, z, w) = (l - centre[0], a - centre[1], b - centre[2]);
                    var near = (x * x) + (z * z) + (w * w) + Softness;
                    var weight = 1 / (near * near);
                    dl += weight * shifts[k][0];
                    da += weight * shifts[k][1];
                    db += weight * shifts[k][2];
                    total += weight;
                }

                (target[i], target[size + i], target[(2 * size) + i]) = Oklab.ToRgb(l + (dl / total), a + (da / total), b + (db / total));
            }
        });
        return result;
    }

    private static float Distance(float[] p, float[] q, float lightnessWeight)
    {
        var (l, a, b) = (p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        return (lightnessWeight * l * l) + (a * a) + (b * b);
    }
}
