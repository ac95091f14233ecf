using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Training.Views;

/// <summary>Our own decoder: from a latent of Stable Diffusion to the picture that it holds.</summary>
internal sealed class Decoder(DecoderShape shape, IReadOnlyDictionary<string, Tensor> weights)
{
    /// <summary>Its architecture.</summary>
    public DecoderShape Shape { get; } = shape;

    /// <summary>Its weights by tensor name.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights { get; } = weights;

    /// <summary>He initialisation; a block's second convolution and the last start small; the last answers grey.</summary>
    public static Decoder Create(DecoderShape shape, int seed)
    {
        var generator = new Generator((ulong)seed);
        var weights = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (name, input, output, gain) in shape.Convolutions())
        {
            weights[name + ".weight"] = randn([output, input, 3, 3], generator: generator) * (gain * Math.Sqrt(2.0 / (input * 9)));
            weights[name + ".bias"] = zeros(output);
        }

        weights[shape.Convolutions().Last().Name + ".bias"] = full(12, 0.5f);
        return new Decoder(shape, weights);
    }

    /// <summary>The pictures, (N, 3, 8H, 8W), of latents (N, 4, H, W); nominally 0..1, not clamped.</summary>
    public Tensor Decode(Tensor latents) => Shape.Layers.Aggregate(latents, (x, layer) => layer.Operator switch
    {
        "limit" => (x / 3).tanh() * 3,
        "enlarge" => TeacherDecoder.Enlarge(x),
        "shuffle" => F.pixel_shuffle(x, 2),
        "block" => F.relu(x + Convolution(layer.Name + ".conv2", F.relu(Convolution(layer.Name + ".conv1", x)))),
        _ => layer.HasRelu ? F.relu(Convolution(layer.Name, x)) : Convolution(layer.Name, x),
    });

    private Tensor Convolution(string name, Tensor x) => F.conv2d(x, Weights[name + ".weight"], Weights[name + ".bias"], padding: [1, 1]);
}
