using Glaze.Training.Nets;
using Glaze.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Training;

/// <summary>What a student is trained to: the teachers' latents, their hidden features, and how their latents move when a picture moves a little.</summary>
internal sealed class Losses(Statistics statistics)
{
    /// <summary>The three terms for a batch of samples.</summary>
    /// <param name="student">The student.</param>
    /// <param name="projection">(256, hidden, 1, 1): from the student's features to the teachers' (FitNets, arXiv 1412.6550).</param>
    /// <param name="rows">Samples of one size.</param>
    public (Tensor Latent, Tensor Hint, Tensor Response) Of(Student student, Tensor projection, Dictionary<string, Tensor> rows)
    {
        var count = rows["x"].shape[0];
        var (latents, hidden) = student.Encode(cat([rows["x"], rows["p"]]));
        var error = (latents - cat([rows["z"], rows["zp"]])) / statistics.LatentDeviation;
        // Channels that are nearly always silent would drown the others when they speak.
        var deviation = statistics.HiddenDeviation.clamp(min: 0.2 * statistics.HiddenDeviation.mean().item<float>());
        var wanted = ((rows["h"] - statistics.HiddenMean) / deviation).clamp(-5, 5);
        var hint = (nn.functional.conv2d(hidden.narrow(0, 0, count), projection) - wanted).square().mean();
        var response = error.narrow(0, count, count) - error.narrow(0, 0, count);
        var moved = (rows["zp"] - rows["z"]) / statistics.LatentDeviation;
        return (PerFamily(error.square()).mean(), hint, (PerFamily(response.square()) / (PerFamily(moved.square()) + 1e-4)).clamp(max: 6).mean());
    }

    // (N, families): the mean over a family's channels and places.
    private static Tensor PerFamily(Tensor squares) =>
        stack([.. Family.Slices().Select(slice => squares.narrow(1, slice.Start, slice.Family.Channels).mean([1, 2, 3]))], 1);
}
