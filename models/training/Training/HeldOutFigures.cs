using Glaze.Training.Nets;
using Glaze.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Training;

/// <summary>How well a student knows held-out crops, per family.</summary>
/// <param name="Determination">R² of the latents.</param>
/// <param name="GradientCosine">Mean cosine between the student's and the teacher's Jᵀv.</param>
/// <param name="ResponseCosine">Mean cosine between the movements of the latents when a crop is perturbed.</param>
internal sealed record HeldOutFigures(double[] Determination, double[] GradientCosine, double[] ResponseCosine)
{
    private const int Batch = 8;

    /// <summary>Measures them on every held-out sample.</summary>
    public static HeldOutFigures Measure(Student student, SampleStore held, Statistics statistics)
    {
        var rows = new List<double[][]>();
        foreach (var (side, count) in held.Sizes)
        {
            for (var start = 0; start < count; start += Batch)
            {
                using var scope = NewDisposeScope();
                var batch = held.Rows(side, [.. Enumerable.Range(start, Math.Min(Batch, count - start))]);
                rows.AddRange(Family.Slices().Select((slice, index) => Figures(student, batch, statistics, slice.Start, slice.Family.Channels, index)));
            }
        }

        double[] Mean(int figure) => [.. Family.All.Select((_, family) => rows.Where((_, i) => i % Family.All.Count == family).SelectMany(row => row[figure]).Average())];
        var (error, variance) = (Mean(0), Mean(1));
        return new HeldOutFigures([.. error.Zip(variance, (e, v) => 1 - (e / v))], Mean(2), Mean(3));
    }

    private static double[][] Figures(Student student, Dictionary<string, Tensor> rows, Statistics statistics, int start, int channels, int family)
    {
        Tensor Part(Tensor x) => x.narrow(1, start, channels);
        var deviation = Part(statistics.LatentDeviation);
        var x = rows["x"].requires_grad_();
        var latent = Part(student.Encode(x).Latent);
        var direction = (Part(rows["z"]) - Part(rows["zy"])) / deviation.square();
        var gradient = autograd.grad([(latent * direction).sum()], [x])[0];
        using var _ = no_grad();
        var moved = Part(student.Encode(rows["p"]).Latent) - latent;
        return
        [
            Values(((latent - Part(rows["z"])) / deviation).square().mean([1, 2, 3])),
            Values(((Part(rows["z"]) - Part(statistics.LatentMean)) / deviation).square().mean([1, 2, 3])),
            Values(Cosine(gradient, rows["g"].narrow(1, 3 * family, 3))),
            Values(Cosine(moved / deviation, (Part(rows["zp"]) - Part(rows["z"])) / deviation)),
        ];
    }

    private static Tensor Cosine(Tensor a, Tensor b) => (a * b).sum([1, 2, 3]) / ((a.square().sum([1, 2, 3]) * b.square().sum([1, 2, 3])).sqrt() + 1e-12);

    private static double[] Values(Tensor x) => [.. x.detach().data<float>().Select(value => (double)value)];
}
