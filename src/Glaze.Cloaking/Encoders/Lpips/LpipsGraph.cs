using Glaze.Autodiff;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Cloaking.Encoders.Lpips;

/// <summary>Writes the graphs that measure LPIPS: the original's features once, then distance and gradient at every step.</summary>
public static class LpipsGraph
{
    /// <summary>Name of the image input (1, 3, H, W), RGB, 0..1.</summary>
    public const string Image = "image";

    /// <summary>Name of the distance output, one value.</summary>
    public const string Distance = "distance";

    /// <summary>Name of the gradient output (1, 3, H, W).</summary>
    public const string Gradient = GradientGraphBuilder.OutputPrefix + Image;

    /// <summary>Name of a feature value.</summary>
    /// <param name="tap">Depth, 0 to 4.</param>
    public static string Features(int tap) => $"features_{tap}";

    /// <summary>Adds the distance between two images of a graph.</summary>
    /// <param name="graph">The graph to extend.</param>
    /// <param name="network">The weights.</param>
    /// <param name="image">One image value, (1, 3, H, W), RGB, 0..1.</param>
    /// <param name="reference">The other.</param>
    /// <returns>Name of the distance: one value, 0 or more.</returns>
    public static string Append(GraphBuilder graph, LpipsNetwork network, string image, string reference)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.AppendDistance(graph, network.AppendFeatures(graph, image), network.AppendFeatures(graph, reference));
    }

    /// <summary>The graph image → features.</summary>
    /// <param name="network">The weights.</param>
    /// <param name="width">W in pixels, at least the network's smallest side.</param>
    /// <param name="height">H in pixels, likewise.</param>
    public static OnnxModel FeatureModel(LpipsNetwork network, int width, int height)
    {
        Check(network, width, height);
        var graph = new GraphBuilder(name: "lpips_features");
        var features = network.AppendFeatures(graph, graph.Input(Image, 1, 3, height, width));
        for (var tap = 0; tap < features.Count; tap++)
        {
            graph.Output(graph.NamedNode(Features(tap), "Identity", [features[tap]]));
        }

        return graph.Build();
    }

    /// <summary>The graph (image, the original's features) → distance and d distance / d image.</summary>
    /// <param name="network">The weights.</param>
    /// <param name="width">W in pixels, at least the network's smallest side.</param>
    /// <param name="height">H in pixels, likewise.</param>
    public static OnnxModel DistanceAndGradient(LpipsNetwork network, int width, int height) =>
        GradientGraphBuilder.Build(DistanceOnly(network, width, height), Distance, [Image]);

    /// <summary>The same for a session: each provider gets the form that it takes.</summary>
    /// <param name="network">The weights.</param>
    /// <param name="width">W in pixels, at least the network's smallest side.</param>
    /// <param name="height">H in pixels, likewise.</param>
    public static SessionModel Objective(LpipsNetwork network, int width, int height) =>
        DifferentiableModel.Of(() => DistanceOnly(network, width, height), Distance, Image);

    private static OnnxModel DistanceOnly(LpipsNetwork network, int width, int height)
    {
        Check(network, width, height);
        var graph = new GraphBuilder(name: "lpips_distance");
        var features = network.AppendFeatures(graph, graph.Input(Image, 1, 3, height, width));
        var original = features.Select((value, tap) => graph.Input(Features(tap), [.. graph.Shape(value)])).ToList();
        graph.Output(graph.NamedNode(Distance, "Identity", [network.AppendDistance(graph, features, original)]));
        return graph.Build();
    }

    private static void Check(LpipsNetwork network, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, network.MinimumSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, network.MinimumSide);
    }
}
