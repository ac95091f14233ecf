using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Benchmarks.Mimicry.Latents;

/// <summary>A published tiny decoder (TAESD family, MIT), rebuilt from its published architecture.</summary>
/// <param name="path">Its safetensors file.</param>
internal sealed class TinyDecoder(string path)
{
    private const int LastStage = 18;
    private static readonly int[] Upsampled = [7, 12, 17];
    private readonly Dictionary<string, Tensor> _weights = TensorFile.Read(path);

    /// <summary>Pictures, (N, 3, 8H, 8W), RGB 0..1, of latents (N, C, H, W).</summary>
    public Tensor Decode(Tensor latents)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var x = F.relu(Convolution("1", (latents / 3).tanh() * 3));
        for (var layer = 3; layer <= LastStage; layer++)
        {
            if (_weights.ContainsKey($"{layer}.conv.0.weight"))
            {
                x = Block(layer, x);
            }
            else if (Upsampled.Contains(layer))
            {
                x = Convolution($"{layer}", x.repeat_interleave(2, 2).repeat_interleave(2, 3));
            }
        }

        return Convolution("19", x).clamp(0, 1).MoveToOuterDisposeScope();
    }

    private Tensor Block(int layer, Tensor x)
    {
        if (_weights.ContainsKey($"{layer}.pool.0.weight"))
        {
            var pooled = F.group_norm(Convolution($"{layer}.pool.0", x), 4, _weights[$"{layer}.pool.1.weight"], _weights[$"{layer}.pool.1.bias"], 1e-5);
            x = x + Convolution($"{layer}.pool.3", F.relu(pooled));
        }

        var r = F.relu(Convolution($"{layer}.conv.0", x));
        r = F.relu(Convolution($"{layer}.conv.2", r));
        return F.relu(Convolution($"{layer}.conv.4", r) + x);
    }

    private Tensor Convolution(string name, Tensor x)
    {
        var weight = _weights[name + ".weight"];
        var padding = weight.shape[2] / 2;
        return F.conv2d(x, weight, _weights.GetValueOrDefault(name + ".bias"), padding: [padding, padding]);
    }
}
