using Glaze.Onnx;

namespace Glaze.Cloaking.Encoders;

/// <summary>Writes the nodes of one AutoencoderKL encoder.</summary>
/// <param name="graph">The graph to extend.</param>
/// <param name="weights">The tensors.</param>
/// <param name="layers">The layers.</param>
internal sealed class AutoencoderKlWriter(GraphBuilder graph, EncoderWeights weights, AutoencoderKlLayers layers)
{
    private const float Epsilon = 1e-6f;

    /// <summary>Writes everything from the centred image (−1..1) to the mean.</summary>
    public string Write(string image)
    {
        var names = layers.Names;
        var value = weights.Convolution(graph, image, layers.Prefix + "conv_in");
        foreach (var stage in layers.Stages)
        {
            value = stage.Blocks.Aggregate(value, Block);
            if (stage.Downsample is { } downsample)
            {
                // The published network pads right and bottom only.
                value = weights.Convolution(graph, value, downsample, stride: 2, pads: [0, 0, 1, 1]);
            }
        }

        value = Block(value, new AutoencoderKlBlock(layers.Prefix + names.MiddleBlock(0), null));
        value = Attention(value);
        value = Block(value, new AutoencoderKlBlock(layers.Prefix + names.MiddleBlock(1), null));
        value = graph.Silu(Normalize(value, layers.Prefix + names.OutputNormalization));
        value = weights.Convolution(graph, value, layers.Prefix + "conv_out");
        if (layers.QuantConvolution is { } quant)
        {
            value = weights.Convolution(graph, value, quant);
        }

        return graph.Slice(value, axis: 1, start: 0, end: layers.LatentChannels);
    }

    // y = skip(x) + conv2(SiLU(norm2(conv1(SiLU(norm1(x))))))
    private string Block(string x, AutoencoderKlBlock block)
    {
        var inner = weights.Convolution(graph, graph.Silu(Normalize(x, block.Name + ".norm1")), block.Name + ".conv1");
        inner = weights.Convolution(graph, graph.Silu(Normalize(inner, block.Name + ".norm2")), block.Name + ".conv2");
        return graph.Add(block.Shortcut is { } shortcut ? weights.Convolution(graph, x, shortcut) : x, inner);
    }

    // One head over all N = H·W positions: y = x + out(softmax(QᵀK / √C) V), Q, K, V 1×1 projections of norm(x).
    private string Attention(string x)
    {
        var shape = graph.Shape(x);
        var (channels, positions) = (shape[1], shape[2] * shape[3]);
        var normalized = Normalize(x, layers.Prefix + layers.Names.AttentionNormalization);
        var query = graph.Transpose(Project(layers.Names.Query), 0, 2, 1);
        var scores = graph.MatMul(graph.Mul(query, 1 / Math.Sqrt(channels)), Project(layers.Names.Key));
        var mixed = graph.MatMul(graph.Softmax(scores), graph.Transpose(Project(layers.Names.Value), 0, 2, 1));
        var image = graph.Reshape(graph.Transpose(mixed, 0, 2, 1), [.. shape]);
        return graph.Add(x, weights.Convolution(graph, image, layers.Prefix + layers.Names.AttentionOutput));

        string Project(string name) => graph.Reshape(weights.Convolution(graph, normalized, layers.Prefix + name), 1, channels, positions);
    }

    private string Normalize(string x, string name) => weights.GroupNormalization(graph, x, name, AutoencoderKlLayers.Groups, Epsilon);
}
