using Glaze.Autodiff;
using Glaze.Cloaking.Encoders;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Cloaking.Objectives;

/// <summary>Writes the two graphs an encoder needs for a window shape: the latent alone, and the loss with its gradient.</summary>
public static class LatentGraphs
{
    /// <summary>Name of the image input (1, 3, H, W).</summary>
    public const string Image = "image";

    /// <summary>Name of the loss output, one value.</summary>
    public const string Loss = "loss";

    /// <summary>Name of the gradient output (1, 3, H, W).</summary>
    public const string Gradient = "grad_image";

    /// <summary>Name of the latent output.</summary>
    public const string Latent = "latent";

    /// <summary>Name of the target-latent input.</summary>
    public const string Target = "target";

    /// <summary>Name of the loss-weight input, one value per channel of the latent (1, C, 1, 1).</summary>
    public const string Weight = "weight";

    /// <summary>Name of the output of what each channel contributes before its weight, (1, C, 1, 1).</summary>
    public const string ChannelLoss = "channel_loss";

    /// <summary>The graph image → latent.</summary>
    /// <param name="encoder">The encoder Φ.</param>
    /// <param name="width">W in pixels, a multiple of the encoder's downscale.</param>
    /// <param name="height">H in pixels, likewise.</param>
    /// <returns>The model.</returns>
    public static OnnxModel Forward(SurrogateEncoder encoder, int width, int height)
    {
        var graph = new GraphBuilder(name: "latent");
        var image = graph.Input(Image, 1, 3, height, width);
        graph.Output(graph.NamedNode(Latent, "Identity", [encoder.Append(graph, image, width, height)]));
        return graph.Build();
    }

    /// <summary>
    /// The graph (image, target, weight) → loss and d loss / d image, with
    /// loss = Σ_c w_c · mean( ((Φ_c(image) − target_c) / σ_c)² ), the mean over places, σ_c the usual deviation of channel c; arXiv 2302.04222, eq. 3.
    /// </summary>
    /// <param name="encoder">The encoder Φ.</param>
    /// <param name="width">W in pixels, a multiple of the encoder's downscale.</param>
    /// <param name="height">H in pixels, likewise.</param>
    /// <param name="precision">What the encoder computes in; in half precision the gradient survives only if w is large (<see cref="LatentObjective"/>).</param>
    /// <returns>The model.</returns>
    public static OnnxModel LossAndGradient(SurrogateEncoder encoder, int width, int height, ComputePrecision precision = ComputePrecision.Single) =>
        GradientGraphBuilder.Build(LossOnly(encoder, width, height, precision), Loss, [Image]);

    /// <summary>The same for a session: each provider gets the form that it takes.</summary>
    /// <param name="encoder">The encoder Φ.</param>
    /// <param name="width">W in pixels, a multiple of the encoder's downscale.</param>
    /// <param name="height">H in pixels, likewise.</param>
    /// <param name="precision">What the encoder computes in.</param>
    /// <returns>The model.</returns>
    public static SessionModel Objective(SurrogateEncoder encoder, int width, int height, ComputePrecision precision = ComputePrecision.Single) =>
        DifferentiableModel.Of(() => LossOnly(encoder, width, height, precision), Loss, Image);

    private static OnnxModel LossOnly(SurrogateEncoder encoder, int width, int height, ComputePrecision precision)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        var graph = precision == ComputePrecision.Half ? HalfForward(encoder, width, height) : new GraphBuilder(name: "cloak_objective");
        var latent = precision == ComputePrecision.Half ? Latent : encoder.Append(graph, graph.Input(Image, 1, 3, height, width), width, height);
        var target = graph.Input(Target, 1, encoder.LatentChannels, height / encoder.Downscale, width / encoder.Downscale);
        var weight = graph.Input(Weight, 1, encoder.LatentChannels, 1, 1);
        var difference = graph.Sub(latent, target);
        var scaled = graph.Mul(difference, graph.Initializer("inverse_deviation", InverseDeviation(encoder)));
        var means = graph.ReduceMean(graph.Mul(scaled, scaled), [2, 3], keepDims: true, output: ChannelLoss);
        graph.Output(means);
        graph.Output(graph.ReduceSum(graph.Mul(means, weight), output: Loss));
        return graph.Build();
    }

    private static GraphBuilder HalfForward(SurrogateEncoder encoder, int width, int height)
    {
        var model = HalfPrecision.Convert(Forward(encoder, width, height));
        model.Graph.Outputs.Clear();
        return GraphBuilder.From(model);
    }

    private static OnnxTensor InverseDeviation(SurrogateEncoder encoder) =>
        OnnxTensor.FromFloats([1, encoder.LatentChannels, 1, 1], encoder.LatentDeviation.Select(deviation => 1 / Math.Max(deviation, 1e-6f)).ToArray());
}
