using Glaze.Onnx.Safetensors;
using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Latents;

/// <summary>Latents that the training of glaze-mini has computed of its drawn pictures: published encoders' answers, which need not be asked again.</summary>
/// <param name="folder">Its work folder.</param>
/// <param name="encoder">File name of the family's published encoder.</param>
internal sealed class DrawnSamples(DirectoryInfo folder, string encoder)
{
    /// <summary>Latents (C, side, side) of crops of that size.</summary>
    /// <param name="side">Side in latent cells.</param>
    /// <param name="count">How many at most.</param>
    public List<Tensor> Of(int side, int count)
    {
        var (family, start) = Family.Slices().Single(slice => slice.Family.File == encoder);
        var result = new List<Tensor>();
        foreach (var file in folder.EnumerateFiles("train-*.safetensors").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var shard = SafetensorsFile.Open(file.FullName);
            var latents = TensorFile.Float(shard.Tensor("z"));
            if (latents.shape[3] == side)
            {
                result.AddRange(latents.narrow(1, start, family.Channels).clone().unbind());
            }

            if (result.Count >= count)
            {
                break;
            }
        }

        return result.Count > count ? result[..count] : result;
    }
}
