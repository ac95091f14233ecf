using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Encoders.Lpips;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Onnx;
using Glaze.TestKit.Models;

namespace Glaze.Cloaking.Tests.Encoders.Lpips;

/// <summary>That distance and gradient are those of the published network, Glaze.Torch.Tests show.</summary>
public sealed class LpipsLossTests
{
    private const int Width = 40;
    private const int Height = 32;

    private static readonly SessionSettings Processor = new(ExecutionProvider.Cpu, Threads: 1);
    private static readonly LpipsNetwork Network = LpipsNetwork.Read(SyntheticNumbers.Weights(PublishedShapes.Of("lpips-vgg16-narrow")));
    private static readonly PlanarImage Original = new(Width, Height, SyntheticNumbers.Uniform("x", 3 * Height * Width));
    private static readonly PlanarImage Changed =
        TestTensors.Add(Original, new PlanarImage(Width, Height, SyntheticNumbers.Uniform("delta", 3 * Height * Width, -1, 1)), 0.1f);

    [Theory]
    [InlineData("lpips-alexnet", "AlexNet")]
    [InlineData("lpips-vgg16-narrow", "VGG16")]
    public void Read_WeightsOfThePublishedShape_NamesTheBackbone(string name, string backbone) =>
        LpipsNetwork.Read(SyntheticNumbers.Zeros(PublishedShapes.Of(name))).Backbone.ShouldBe(backbone);

    [Fact]
    public void Evaluate_TheOriginalItself_IsZeroWithoutGradient()
    {
        var gradient = TestTensors.Constant(Width, Height, 1);

        using var loss = new LpipsLoss(Network, Original, Processor, CancellationToken.None);

        loss.Evaluate(Original, gradient, CancellationToken.None).ShouldBe(0);
        gradient.Values.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void LearnedDistance_DeltaInLevels_HasTheDistanceAndSlopeOfTheImage()
    {
        var levels = new PlanarImage(Width, Height, SyntheticNumbers.Uniform("delta", 3 * Height * Width, -25.5, 25.5));
        var (gradient, slope) = (new PlanarImage(Width, Height), new PlanarImage(Width, Height));
        using var pool = new SessionPool(new SurrogateEnsemble([]), Processor, Network);
        using var loss = new LpipsLoss(Network, Original, Processor, CancellationToken.None);
        var expected = loss.Evaluate(Changed, slope, CancellationToken.None);

        using var distance = pool.LearnedDistance(Original, CancellationToken.None);

        expected.ShouldBeGreaterThan(0.01);
        distance.ShouldNotBeNull().Evaluate(levels, gradient).ShouldBe(expected, 1e-4 * expected);
        var steepest = slope.Values.Max(Math.Abs);
        gradient.Values.Zip(slope.Values).ShouldAllBe(pair => Math.Abs((255 * pair.First) - pair.Second) < 1e-3 * steepest);
        pool.LearnedDistance(new PlanarImage(64, Network.MinimumSide - 1), CancellationToken.None).ShouldBeNull();
    }

    [Fact]
    public void Evaluate_BlackPicture_HasFiniteGradient()
    {
        var black = new PlanarImage(Width, Height);
        var gradient = new PlanarImage(Width, Height);

        using var loss = new LpipsLoss(Network, black, Processor, CancellationToken.None);
        black.Values[7] = 0.5f;
        loss.Evaluate(black, gradient, CancellationToken.None);

        gradient.Values.ShouldAllBe(value => float.IsFinite(value));
    }

    [Fact]
    public void Append_BothImagesInOneGraph_GivesTheDistanceAndWritesTheWeightsOnce()
    {
        var graph = new GraphBuilder();
        long[] shape = [1, 3, Height, Width];

        graph.Output(LpipsGraph.Append(graph, Network, graph.Input("a", shape), graph.Input("b", shape)));
        var model = graph.Build();

        using var loss = new LpipsLoss(Network, Original, Processor, CancellationToken.None);
        using var session = ModelSession.Create(OnnxModelWriter.Write(model), Processor);
        var distance = new float[1];
        session.Run(
            new Dictionary<string, float[]> { ["a"] = Changed.Values, ["b"] = Original.Values },
            new Dictionary<string, float[]> { [session.Outputs[0].Name] = distance },
            CancellationToken.None);
        var expected = loss.Evaluate(Changed, new PlanarImage(Width, Height), CancellationToken.None);
        ((double)distance[0]).ShouldBe(expected, 1e-4 * expected);
        model.Graph.Initializers.Count(pair => pair.Value.Shape.Length == 4 && pair.Key.Contains("slice", StringComparison.Ordinal)).ShouldBe(13);
    }

    [Fact]
    public void Read_HeadsMissing_IsRefused()
    {
        var shapes = PublishedShapes.Of("lpips-vgg16-narrow").Where(pair => !pair.Key.StartsWith("lins", StringComparison.Ordinal)).ToDictionary();

        Should.Throw<InvalidModelException>(() => LpipsNetwork.Read(SyntheticNumbers.Zeros(shapes))).Message.ShouldContain("LPIPS heads");
    }
}
