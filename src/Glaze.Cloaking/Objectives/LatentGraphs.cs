using Glaze.Autodiff;
using Glaze.Cloaking.Encoders;
using Glaze.Onnx;

namespace Glaze.Cloaking.Objectives;

/// <summary>Writes the two graphs a window shape needs: latents alone, and the loss with its gradient.</summary>
public static class LatentGraphs
{
    /// <summary>Name of the image input (1, 3, H, W).</summary>
    public const string Image = "image";

    /// <summary>Name of the loss output, one value.</summary>
    public const string Loss = "loss";

    /// <summary>Name of the gradient output (1, 3, H, W).</summary>
    public const string Gradient = "grad_image";

    /// <summary>Name of an encoder's latent output.</summary>
    /// <param name="encoder">Index in the ensemble.</param>
    /// <returns>The name.</returns>
    public static string Latent(int encoder) => $"latent_{encoder}";

    /// <summary>Name of an encoder's target-latent input.</summary>
    /// <param name="encoder">Index in the ensemble.</param>
    /// <returns>The name.</returns>
    public static string Target(int encoder) => $"target_{encoder}";

    /// <summary>Name of an encoder's loss-weight input, one value.</summary>
    /// <param name="encoder">Index in the ensemble.</param>
    /// <returns>The name.</returns>
    public static string Weight(int encoder) => $"weight_{encoder}";

    /// <summary>The graph image → latents.</summary>
    /// <param name="ensemble">The encoders.</param>
    /// <param name="height">H in pixels, a multiple of the ensemble's alignment.</param>
    /// <param name="width">W in pixels, likewise.</param>
    /// <returns>The model.</returns>
    public static OnnxModel Forward(SurrogateEnsemble ensemble, int height, int width)
    {
        var graph = new GraphBuilder(name: "latents");
        var image = graph.Input(Image, 1, 3, height, width);
        for (var k = 0; k < ensemble.Encoders.Count; k++)
        {
            graph.Output(graph.NamedNode(Latent(k), "Identity", [ensemble.Encoders[k].Append(graph, image, height, width)]));
        }

        return graph.Build();
    }

    /// <summary>
    /// The graph (image, targets, weights) → loss and d loss / d image, with
    /// loss = Σ_k w_k · mean( ((Φ_k(image) − target_k) / σ_k)² ); arXiv 2302.04222, eq. 3, over an ensemble.
    /// </summary>
    /// <param name="ensemble">The encoders.</param>
    /// <param name="height">H in pixels, a multiple of the ensemble's alignment.</param>
    /// <param name="width">W in pixels, likewise.</param>
    /// <returns>The model.</returns>
    public static OnnxModel LossAndGradient(SurrogateEnsemble ensemble, int height, int width)
    {
        var graph = new GraphBuilder(name: "cloak_objective");
        var image = graph.Input(Image, 1, 3, height, width);
        string? total = null;
        for (var k = 0; k < ensemble.Encoders.Count; k++)
        {
            var encoder = ensemble.Encoders[k];
            var target = graph.Input(Target(k), 1, encoder.LatentChannels, height / encoder.Downscale, width / encoder.Downscale);
            var weight = graph.Input(Weight(k), 1);
            var difference = graph.Sub(encoder.Append(graph, image, height, width), target);
            var scaled = graph.Mul(difference, graph.Initializer($"inverse_deviation_{k}", InverseDeviation(encoder)));
            var mean = graph.Reshape(graph.ReduceMean(graph.Mul(scaled, scaled)), 1);
            var term = graph.Mul(mean, weight);
            total = total is null ? term : graph.Add(total, term);
        }

        graph.Output(graph.NamedNode(Loss, "Identity", [total!]));
        return GradientGraphBuilder.Build(graph.Build(), Loss, [Image]);
    }

    private static OnnxTensor InverseDeviation(SurrogateEncoder encoder) =>
        OnnxTensor.FromFloats([1, encoder.LatentChannels, 1, 1], encoder.LatentDeviation.Select(deviation => 1 / Math.Max(deviation, 1e-6f)).ToArray());
}
