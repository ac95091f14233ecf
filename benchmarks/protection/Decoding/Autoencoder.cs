using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Benchmarks.Protection.Decoding;

/// <summary>A family's published tiny autoencoder at one size: what its decoder makes of what its encoder kept, so what a model trained on it learns from.</summary>
internal sealed class Autoencoder : IDisposable
{
    // L clamp, C convolution, r ReLU, B block, U enlarging twofold by repetition, N convolution without bias.
    private const string Layers = "LCrBBBUNBBBUNBBBUNBC";
    private const string Image = "image";
    private const string Decoded = "decoded";

    private readonly ModelSession _session;
    private readonly int _width;
    private readonly int _height;

    public Autoencoder(EncoderSet encoders, Family family, int width, int height)
    {
        (_width, _height) = (width, height);
        var graph = new GraphBuilder(name: "autoencoder");
        var latent = encoders.Published(family).Append(graph, graph.Input(Image, 1, 3, height, width), width, height);
        var picture = Decode(graph, latent, SafetensorsFile.Open(encoders.DecoderPath(family)));
        graph.Output(graph.NamedNode(Decoded, "Identity", [graph.Clip(picture, 0, 1)]));
        _session = ModelSession.Create(OnnxModelWriter.Write(graph.Build()), new SessionSettings());
    }

    /// <summary>The picture as the decoder paints it.</summary>
    public PlanarImage Run(PlanarImage picture)
    {
        var result = new PlanarImage(_width, _height);
        _session.Run(
            new Dictionary<string, float[]> { [Image] = picture.Values }, new Dictionary<string, float[]> { [Decoded] = result.Values }, CancellationToken.None);
        return result;
    }

    /// <summary>Closes the session.</summary>
    public void Dispose() => _session.Dispose();

    private static string Decode(GraphBuilder graph, string x, SafetensorsFile weights)
    {
        for (var i = 0; i < Layers.Length; i++)
        {
            x = Layers[i] switch
            {
                'L' => graph.Mul(graph.Tanh(graph.Mul(x, 1 / 3.0)), 3.0),
                'r' => graph.Relu(x),
                'U' => Enlarge(graph, x),
                'B' => Block(graph, x, weights, $"{i}"),
                _ => Convolution(graph, x, weights, $"{i}"),
            };
        }

        return x;
    }

    private static string Block(GraphBuilder graph, string x, SafetensorsFile weights, string name)
    {
        if (weights.Contains($"{name}.pool.0.weight"))
        {
            var wide = Convolution(graph, x, weights, $"{name}.pool.0");
            var normalized = graph.GroupNormalization(wide, 4, Tensor(graph, weights, $"{name}.pool.1.weight"), Tensor(graph, weights, $"{name}.pool.1.bias"));
            x = graph.Add(x, Convolution(graph, graph.Relu(normalized), weights, $"{name}.pool.3"));
        }

        var inner = graph.Relu(Convolution(graph, x, weights, $"{name}.conv.0"));
        inner = graph.Relu(Convolution(graph, inner, weights, $"{name}.conv.2"));
        return graph.Relu(graph.Add(Convolution(graph, inner, weights, $"{name}.conv.4"), x));
    }

    private static string Convolution(GraphBuilder graph, string x, SafetensorsFile weights, string name)
    {
        var bias = weights.Contains($"{name}.bias") ? Tensor(graph, weights, $"{name}.bias") : null;
        return graph.Conv(x, Tensor(graph, weights, $"{name}.weight"), bias);
    }

    private static string Enlarge(GraphBuilder graph, string x) => graph.Node(
        "Resize",
        [x, string.Empty, graph.Constant(OnnxTensor.FromFloats([4], [1, 1, 2, 2]))],
        ("coordinate_transformation_mode", "asymmetric"),
        ("mode", "nearest"),
        ("nearest_mode", "floor"));

    private static string Tensor(GraphBuilder graph, SafetensorsFile weights, string name)
    {
        var tensor = weights.Tensor(name);
        return graph.Initializer($"decoder/{name}", OnnxTensor.FromFloats(tensor.Shape, tensor.ToFloats()));
    }
}
