using Glaze.Cloaking.Encoders;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Views;

/// <summary>From a latent of one family of models to the picture that it holds: glaze-view, our own.</summary>
public sealed class LatentDecoder
{
    /// <summary>Pixels per place of the latent along each axis.</summary>
    public const int Factor = 8;

    private readonly DecoderDescription _description;
    private readonly SafetensorsFile _weights;

    private LatentDecoder(DecoderDescription description, SafetensorsFile weights)
    {
        (_description, _weights) = (description, weights);
        StandsFor = LatentFamily.ShortNames.GetValueOrDefault(description.Family, description.Family);
    }

    /// <summary>The family in users' words, as <see cref="LatentFamily.StandsFor"/> has it.</summary>
    public string StandsFor { get; }

    /// <summary>Channels of the latent.</summary>
    public int LatentChannels => _description.Channels;

    /// <summary>Reads a decoder.</summary>
    /// <param name="weights">The opened file.</param>
    /// <exception cref="InvalidModelException">The file describes none, tensors are missing or misshapen, or the picture is not RGB at eight times the latent.</exception>
    public static LatentDecoder Read(SafetensorsFile weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!weights.Metadata.TryGetValue("architecture", out var json))
        {
            throw new InvalidModelException("The decoder's file does not say its architecture; install GlazeEffect again.");
        }

        var decoder = new LatentDecoder(DecoderArchitecture.Parse(json), weights);
        decoder.CheckShapes();
        return decoder;
    }

    /// <summary>Writes the decoder's nodes into a graph.</summary>
    /// <param name="graph">The graph to extend.</param>
    /// <param name="latent">Name of the latent value: (1, <see cref="LatentChannels"/>, height, width).</param>
    /// <param name="width">Width of the latent.</param>
    /// <param name="height">Height of the latent.</param>
    /// <returns>Name of the picture value: (1, 3, 8 · height, 8 · width), RGB, 0..1.</returns>
    public string Append(GraphBuilder graph, string latent, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var x = latent;
        foreach (var layer in _description.Layers)
        {
            x = layer.Operator switch
            {
                "limit" => graph.Mul(graph.Tanh(graph.Mul(x, 1 / 3.0)), 3.0),
                "enlarge" => Enlarge(graph, x),
                "shuffle" => Shuffle(graph, x, Factor / 2 * width, Factor / 2 * height),
                "block" => graph.Relu(graph.Add(x, Convolution(graph, graph.Relu(Convolution(graph, x, layer.Name + ".conv1")), layer.Name + ".conv2"))),
                _ when layer.HasRelu => graph.Relu(Convolution(graph, x, layer.Name)),
                _ => Convolution(graph, x, layer.Name),
            };
        }

        return graph.Clip(x, 0, 1);
    }

    private static string Enlarge(GraphBuilder graph, string x) => graph.Node(
        "Resize",
        [x, string.Empty, graph.Constant(OnnxTensor.FromFloats([4], [1, 1, 2, 2]))],
        ("coordinate_transformation_mode", "asymmetric"),
        ("mode", "nearest"),
        ("nearest_mode", "floor"));

    // Channel 4c + 2i + j of place (y, x) is channel c of pixel (2y + i, 2x + j).
    private static string Shuffle(GraphBuilder graph, string x, int width, int height) =>
        graph.Reshape(graph.Transpose(graph.Reshape(x, 3, 2, 2, height, width), 0, 3, 1, 4, 2), 1, 3, 2 * height, 2 * width);

    private string Convolution(GraphBuilder graph, string x, string name) =>
        graph.Conv(x, Tensor(graph, name + ".weight"), Tensor(graph, name + ".bias"));

    private string Tensor(GraphBuilder graph, string name)
    {
        var tensor = _weights.Tensor(name);
        return graph.Initializer($"decoder/{name}", OnnxTensor.FromFloats(tensor.Shape, tensor.ToFloats()));
    }

    private void CheckShapes()
    {
        var (channels, factor, checkedWeights) = (LatentChannels, 1, new EncoderWeights(_weights, "decoder"));
        foreach (var layer in _description.Layers)
        {
            switch (layer.Operator)
            {
                case "limit":
                    break;
                case "enlarge":
                    factor *= 2;
                    break;
                case "shuffle" when channels == 12:
                    (channels, factor) = (3, 2 * factor);
                    break;
                case "block":
                    checkedWeights.RequireConvolution(layer.Name + ".conv1", channels, channels, 3);
                    checkedWeights.RequireConvolution(layer.Name + ".conv2", channels, channels, 3);
                    break;
                case "conv" when layer.OutputChannels > 0:
                    checkedWeights.RequireConvolution(layer.Name, channels, layer.OutputChannels, 3);
                    channels = layer.OutputChannels;
                    break;
                default:
                    throw new InvalidModelException($"The decoder's layer {layer.Name} ({layer.Operator}) is not one this version knows; update GlazeEffect.");
            }
        }

        if (channels != 3 || factor != Factor || _description.Layers[^1].Operator != "shuffle")
        {
            throw new InvalidModelException("The decoder does not end in a picture of eight times its latent's size; install GlazeEffect again.");
        }
    }
}
