using Glaze.Onnx;
using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Samples;

/// <summary>Mean and deviation of every latent and hidden channel over training crops, shaped (1, C, 1, 1); fixed by the first who asks.</summary>
internal sealed record Statistics(Tensor LatentMean, Tensor LatentDeviation, Tensor HiddenMean, Tensor HiddenDeviation)
{
    private const string FileName = "statistics.safetensors";

    /// <summary>Whether a work folder has them.</summary>
    public static bool Exist(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Reads them from a work folder.</summary>
    public static Statistics Read(string folder)
    {
        var tensors = TensorFile.Read(Path.Combine(folder, FileName));
        return new Statistics(tensors["latent.mean"], tensors["latent.std"], tensors["hidden.mean"], tensors["hidden.std"]);
    }

    /// <summary>Takes them out of the scope that would end them.</summary>
    public Statistics Kept()
    {
        foreach (var tensor in new[] { LatentMean, LatentDeviation, HiddenMean, HiddenDeviation })
        {
            tensor.DetachFromDisposeScope();
        }

        return this;
    }

    /// <summary>Measures them on answers and writes them.</summary>
    public static void Measure(string folder, Tensor latents, Tensor hidden)
    {
        static Tensor Mean(Tensor x) => x.mean([0, 2, 3], keepdim: true);
        static Tensor Deviation(Tensor x) => (x - Mean(x)).square().mean([0, 2, 3], keepdim: true).sqrt() + 1e-4;
        var result = new Statistics(Mean(latents), Deviation(latents), Mean(hidden), Deviation(hidden));
        TensorFile.Write(
            Path.Combine(folder, FileName),
            new Dictionary<string, Tensor>(StringComparer.Ordinal)
            {
                ["latent.mean"] = result.LatentMean,
                ["latent.std"] = result.LatentDeviation,
                ["hidden.mean"] = result.HiddenMean,
                ["hidden.std"] = result.HiddenDeviation,
            },
            ElementType.Float);
    }
}
