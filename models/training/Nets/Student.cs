using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Training.Nets;

/// <summary>A student: one trunk of plain convolutions with one head for all families.</summary>
internal sealed class Student(StudentShape shape, IReadOnlyDictionary<string, Tensor> weights)
{
    /// <summary>Its architecture.</summary>
    public StudentShape Shape { get; } = shape;

    /// <summary>Its weights by tensor name.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights { get; } = weights;

    /// <summary>He initialisation; the second convolution of a block starts small, so that blocks start near identity.</summary>
    /// <param name="shape">The architecture.</param>
    /// <param name="latentMean">Mean of each latent channel: the head's first bias.</param>
    /// <param name="latentDeviation">Deviation of each latent channel: scales the head's first weights.</param>
    /// <param name="seed">Chooses the weights.</param>
    public static Student Create(StudentShape shape, Tensor latentMean, Tensor latentDeviation, int seed)
    {
        var generator = new Generator((ulong)seed);
        var weights = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (name, input, output, kernel) in shape.Layers.SelectMany(layer => layer.Convolutions()))
        {
            var gain = name.EndsWith(".conv2", StringComparison.Ordinal) ? 0.3 : 1;
            weights[name + ".weight"] = randn([output, input, kernel, kernel], generator: generator) * (gain * Math.Sqrt(2.0 / (input * kernel * kernel)));
            weights[name + ".bias"] = zeros(output);
        }

        var head = shape.Layers[^1].Name;
        weights[head + ".weight"] = weights[head + ".weight"] * (latentDeviation.reshape(-1, 1, 1, 1) * 0.5);
        weights[head + ".bias"] = latentMean.clone();
        return new Student(shape, weights);
    }

    /// <summary>All latents, (N, 56, H/8, W/8), of (N, 3, H, W) pictures, and the features before the head.</summary>
    public (Tensor Latent, Tensor Hidden) Encode(Tensor pictures)
    {
        var x = pictures;
        foreach (var layer in Shape.Layers.SkipLast(1))
        {
            x = layer.Operator == "block"
                ? F.relu(x + Convolution(layer.Name + ".conv2", F.relu(Convolution(layer.Name + ".conv1", x))))
                : F.relu(Convolution(layer.Name, x, layer.Stride));
        }

        return (Convolution(Shape.Layers[^1].Name, x), x);
    }

    private Tensor Convolution(string name, Tensor x, int stride = 1)
    {
        var weight = Weights[name + ".weight"];
        var padding = weight.shape[2] / 2;
        return F.conv2d(x, weight, Weights[name + ".bias"], strides: [stride, stride], padding: [padding, padding]);
    }
}
