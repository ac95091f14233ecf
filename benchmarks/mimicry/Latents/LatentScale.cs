using Glaze.Onnx;
using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Latents;

/// <summary>Mean and deviation of each latent channel of the base's pictures: the generator works on latents brought to 0 and 1.</summary>
/// <param name="Mean">(1, C, 1, 1).</param>
/// <param name="Deviation">(1, C, 1, 1).</param>
internal sealed record LatentScale(Tensor Mean, Tensor Deviation)
{
    /// <summary>The scale of a file, or of latents if there is none yet: a generator's scale never changes, whatever is drawn later.</summary>
    public static LatentScale Kept(string path, IReadOnlyList<Tensor> latents)
    {
        if (!File.Exists(path))
        {
            var measured = Measure(latents);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            TensorFile.Write(path, new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["mean"] = measured.Mean, ["deviation"] = measured.Deviation }, ElementType.Float);
        }

        var tensors = TensorFile.Read(path);
        return new LatentScale(tensors["mean"], tensors["deviation"]);
    }

    /// <summary>Measures latents (C, H, W).</summary>
    public static LatentScale Measure(IReadOnlyList<Tensor> latents)
    {
        using var scope = NewDisposeScope();
        var values = cat([.. latents.Select(latent => latent.flatten(1))], 1);
        return new LatentScale(Kept(values.mean([1])), Kept(values.std(1)));

        static Tensor Kept(Tensor value) => value.reshape(1, -1, 1, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Brought to mean 0 and deviation 1.</summary>
    public Tensor Normal(Tensor latents) => (latents - Mean) / Deviation;

    /// <summary>Back again.</summary>
    public Tensor Latent(Tensor normal) => (normal * Deviation) + Mean;
}
