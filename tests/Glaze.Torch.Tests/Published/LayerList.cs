using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace Glaze.Torch.Tests.Published;

/// <summary>glaze-mini: a list of convolutions and residual blocks, as models/README.md describes it.</summary>
internal static class LayerList
{
    public static Func<Tensor, Tensor> Read(PublishedWeights weights, string architecture, int net)
    {
        var layers = JsonNode.Parse(architecture)!["nets"]![net]!["layers"]!.AsArray();
        return x => layers.Aggregate(x, (value, layer) => Layer(weights, layer!, value));
    }

    /// <summary>The latent followed by what goes into the last layer.</summary>
    public static Func<Tensor, Tensor> ReadWithInnerLayer(PublishedWeights weights, string architecture, int net)
    {
        var layers = JsonNode.Parse(architecture)!["nets"]![net]!["layers"]!.AsArray();
        return x =>
        {
            var inner = layers.SkipLast(1).Aggregate(x, (value, layer) => Layer(weights, layer!, value));
            return cat([Layer(weights, layers[^1]!, inner), inner], 1);
        };
    }

    private static Tensor Layer(PublishedWeights w, JsonNode layer, Tensor x)
    {
        var name = (string)layer["name"]!;
        if ((string)layer["op"]! == "conv")
        {
            var y = w.Convolution(x, name, (long)layer["stride"]!);
            return (bool)layer["relu"]! ? y.relu() : y;
        }

        return (x + w.Convolution(w.Convolution(x, name + ".conv1").relu(), name + ".conv2")).relu();
    }
}
