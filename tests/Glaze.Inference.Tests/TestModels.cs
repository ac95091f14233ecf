using Glaze.Autodiff;
using Glaze.Onnx;

namespace Glaze.Inference.Tests;

/// <summary>Models built in code: seeded weights, fixed shapes.</summary>
internal static class TestModels
{
    /// <summary>
    /// A small residual encoder with its loss and the loss's gradient.
    /// Inputs x [1, 3, height, width] and target; outputs loss and grad_x.
    /// </summary>
    public static byte[] GradientGraph(int height, int width)
    {
        var random = new Random(11);
        var graph = new GraphBuilder();
        var x = graph.Input("x", 1, 3, height, width);
        var stemWeights = Weights(graph, random, "stem", 16, 3, 5);
        var blockWeights = Weights(graph, random, "block", 16, 16, 3);
        var headWeights = Weights(graph, random, "head", 8, 16, 1);

        var stem = graph.Relu(graph.Conv(x, stemWeights, stride: 2));
        var inner = graph.Relu(graph.Conv(stem, blockWeights));
        var block = graph.Add(stem, inner);
        var latent = graph.Conv(block, headWeights);
        var latentShape = graph.Shape(latent);
        var target = graph.Input("target", [.. latentShape]);
        var difference = graph.Sub(latent, target);
        graph.Output(graph.ReduceMean(graph.Square(difference), keepDims: false, output: "loss"));

        return OnnxModelWriter.Write(GradientGraphBuilder.Build(graph.Build(), "loss", ["x"]));
    }

    /// <summary>Convolutions one after another, 1.2 GFLOP each: no processor finishes 400 of them in two seconds on one thread.</summary>
    public static byte[] LongChain(int convolutions)
    {
        var graph = new GraphBuilder();
        var value = graph.Input("x", 1, 32, 256, 256);
        var weights = Weights(graph, new Random(5), "weights", 32, 32, 3);
        for (var i = 0; i < convolutions; i++)
        {
            value = graph.Conv(value, weights);
        }

        graph.Output(graph.ReduceMean(value, keepDims: false, output: "y"));
        return OnnxModelWriter.Write(graph.Build());
    }

    /// <summary>Uniform values in 0..1.</summary>
    public static float[] Picture(int seed, long count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, (int)count).Select(_ => random.NextSingle())];
    }

    private static string Weights(GraphBuilder graph, Random random, string name, int outputs, int inputs, int kernel)
    {
        // Uniform with the variance 1 / fan-in, so that values neither grow nor vanish along a chain.
        var scale = MathF.Sqrt(3f / (inputs * kernel * kernel));
        var values = new float[outputs * inputs * kernel * kernel];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ((2f * random.NextSingle()) - 1f) * scale;
        }

        return graph.Initializer(name, OnnxTensor.FromFloats([outputs, inputs, kernel, kernel], values));
    }
}
