using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Training.Views;

/// <summary>A published tiny decoder (TAESD family without pooled branches, MIT), rebuilt from its published architecture.</summary>
internal sealed class TeacherDecoder(string path)
{
    private static readonly int[] EnlargedLayers = [7, 12, 17];
    private readonly Dictionary<string, Tensor> _weights = TensorFile.Read(path);

    /// <summary>The pictures, (N, 3, 8H, 8W), RGB 0..1, that a model sees where it has latents (N, 4, H, W).</summary>
    public Tensor Decode(Tensor latents)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var x = F.relu(Convolution("1", (latents / 3).tanh() * 3));
        for (var layer = 3; layer <= 5; layer++)
        {
            x = Block(layer, x);
        }

        foreach (var enlarged in EnlargedLayers)
        {
            x = Convolution($"{enlarged}", Decoder.Enlarge(x));
            for (var layer = enlarged + 1; layer <= (enlarged == 17 ? 18 : enlarged + 3); layer++)
            {
                x = Block(layer, x);
            }
        }

        return Convolution("19", x).clamp(0, 1).MoveToOuterDisposeScope();
    }

    private Tensor Block(int layer, Tensor x)
    {
        var r = F.relu(Convolution($"{layer}.conv.0", x));
        r = F.relu(Convolution($"{layer}.conv.2", r));
        return F.relu(Convolution($"{layer}.conv.4", r) + x);
    }

    private Tensor Convolution(string name, Tensor x) =>
        F.conv2d(x, _weights[name + ".weight"], _weights.GetValueOrDefault(name + ".bias"), padding: [1, 1]);
}
