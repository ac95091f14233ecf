using Glaze.Onnx.Safetensors;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Training.Nets;

/// <summary>A published tiny encoder (TAESD family, MIT), rebuilt from its published architecture.</summary>
internal sealed class TeacherEncoder
{
    private static readonly int[] StridedLayers = [2, 6, 10];
    private readonly Dictionary<string, Tensor> _weights = new(StringComparer.Ordinal);

    /// <summary>Reads the encoder's weights.</summary>
    public TeacherEncoder(string path)
    {
        var file = SafetensorsFile.Open(path);
        foreach (var name in file.Names)
        {
            var tensor = file.Tensor(name);
            _weights[name] = torch.tensor(tensor.ToFloats(), tensor.Shape);
        }
    }

    /// <summary>The latent of (N, 3, H, W) pictures, RGB 0..1, and the 64 hidden channels that it is made from, both at ⅛.</summary>
    public (Tensor Latent, Tensor Hidden) Encode(Tensor pictures)
    {
        var x = Block(1, Convolution("0", pictures));
        foreach (var strided in StridedLayers)
        {
            x = Convolution($"{strided}", x, 2);
            for (var layer = strided + 1; layer <= strided + 3; layer++)
            {
                x = Block(layer, x);
            }
        }

        return (Convolution("14", x), x);
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

    private Tensor Convolution(string name, Tensor x, int stride = 1)
    {
        var weight = _weights[name + ".weight"];
        var padding = weight.shape[2] / 2;
        return F.conv2d(x, weight, _weights.GetValueOrDefault(name + ".bias"), strides: [stride, stride], padding: [padding, padding]);
    }
}
