using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Training.Nets;

/// <summary>The layers that published tiny encoders and decoders (TAESD family, MIT) are made of.</summary>
/// <param name="path">Their weights.</param>
internal sealed class PublishedLayers(string path)
{
    private readonly Dictionary<string, Tensor> _weights = TensorFile.Read(path);

    /// <summary>Whether a layer is a block.</summary>
    public bool IsBlock(int layer) => _weights.ContainsKey($"{layer}.conv.0.weight");

    /// <summary>y = ReLU(x + conv(ReLU(conv(ReLU(conv(x)))))), before which FLUX.2 adds to x a 1×1, GroupNorm, ReLU, 1×1 branch.</summary>
    public Tensor Block(int layer, Tensor x)
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

    /// <summary>A convolution that keeps the size, or divides it by the stride; its bias where it has one.</summary>
    public Tensor Convolution(string name, Tensor x, int stride = 1)
    {
        var weight = _weights[name + ".weight"];
        var padding = weight.shape[2] / 2;
        return F.conv2d(x, weight, _weights.GetValueOrDefault(name + ".bias"), strides: [stride, stride], padding: [padding, padding]);
    }
}
