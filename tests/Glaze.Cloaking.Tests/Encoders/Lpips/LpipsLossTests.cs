using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Encoders.Lpips;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Tests.Encoders.Parity;
using Glaze.Inference;
using Glaze.Onnx;
using Xunit.Abstractions;

namespace Glaze.Cloaking.Tests.Encoders.Lpips;

public sealed class LpipsLossTests(ITestOutputHelper output)
{
    private static readonly SessionSettings Processor = new(ExecutionProvider.Cpu, Threads: 1);

    [Theory]
    [InlineData("lpips-alexnet", "AlexNet")]
    [InlineData("lpips-vgg16-narrow", "VGG16")]
    public void Evaluate_WeightsOfThePublishedShape_AgreesWithPyTorch(string name, string backbone)
    {
        var parity = ParityCase.Load(name);
        var network = LpipsNetwork.Read(parity.Weights);
        var original = SyntheticNumbers.Uniform("x", 3 * parity.Height * parity.Width);
        var changed = original.Zip(SyntheticNumbers.Uniform("delta", original.Length, -1, 1), (x, delta) => x + (0.1f * delta)).ToArray();
        var gradient = new float[original.Length];

        using var loss = new LpipsLoss(network, original, parity.Height, parity.Width, Processor, CancellationToken.None);
        var distance = loss.Evaluate(changed, gradient, CancellationToken.None);

        network.Backbone.ShouldBe(backbone);
        var (value, slope) = (Math.Abs((distance / parity.Reference("distance")[0]) - 1), ParityCase.RelativeError(gradient, parity.Reference("grad_x")));
        output.WriteLine($"{name}: distance {value:E1}, gradient {slope:E1}");
        value.ShouldBeLessThan(1e-3);
        slope.ShouldBeLessThan(1e-3);
    }

    [Fact]
    public void Evaluate_TheOriginalItself_IsZeroWithoutGradient()
    {
        var parity = ParityCase.Load("lpips-vgg16-narrow");
        var original = SyntheticNumbers.Uniform("x", 3 * parity.Height * parity.Width);
        var gradient = Enumerable.Repeat(1f, original.Length).ToArray();

        using var loss = new LpipsLoss(LpipsNetwork.Read(parity.Weights), original, parity.Height, parity.Width, Processor, CancellationToken.None);

        loss.Evaluate(original, gradient, CancellationToken.None).ShouldBe(0);
        gradient.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void LearnedDistance_DeltaInLevels_HasTheDistanceAndSlopeOfTheImage()
    {
        var parity = ParityCase.Load("lpips-vgg16-narrow");
        var network = LpipsNetwork.Read(parity.Weights);
        var original = SyntheticNumbers.Uniform("x", 3 * parity.Height * parity.Width);
        var levels = SyntheticNumbers.Uniform("delta", original.Length, -25.5, 25.5);
        var gradient = new float[original.Length];
        using var pool = new SessionPool(new SurrogateEnsemble([]), Processor, network);

        using var distance = pool.LearnedDistance(original, parity.Height, parity.Width, CancellationToken.None);

        distance.ShouldNotBeNull().Evaluate(levels, gradient).ShouldBe(parity.Reference("distance")[0], 1e-4);
        ParityCase.RelativeError(gradient.Select(value => 255 * value).ToArray(), parity.Reference("grad_x")).ShouldBeLessThan(1e-3);
        pool.LearnedDistance(original, network.MinimumSide - 1, 64, CancellationToken.None).ShouldBeNull();
    }

    [Fact]
    public void Evaluate_BlackPicture_HasFiniteGradient()
    {
        var parity = ParityCase.Load("lpips-vgg16-narrow");
        var black = new float[3 * parity.Height * parity.Width];
        var gradient = new float[black.Length];

        using var loss = new LpipsLoss(LpipsNetwork.Read(parity.Weights), black, parity.Height, parity.Width, Processor, CancellationToken.None);
        black[7] = 0.5f;
        loss.Evaluate(black, gradient, CancellationToken.None);

        gradient.ShouldAllBe(value => float.IsFinite(value));
    }

    [Fact]
    public void Append_BothImagesInOneGraph_GivesTheDistanceAndWritesTheWeightsOnce()
    {
        var parity = ParityCase.Load("lpips-vgg16-narrow");
        var network = LpipsNetwork.Read(parity.Weights);
        var graph = new GraphBuilder();
        long[] shape = [1, 3, parity.Height, parity.Width];

        graph.Output(LpipsGraph.Append(graph, network, graph.Input("a", shape), graph.Input("b", shape)));
        var model = graph.Build();

        var original = SyntheticNumbers.Uniform("x", 3 * parity.Height * parity.Width);
        var changed = original.Zip(SyntheticNumbers.Uniform("delta", original.Length, -1, 1), (x, delta) => x + (0.1f * delta)).ToArray();
        var distance = ParityCase.Run(model, new() { ["a"] = changed, ["b"] = original }).Values.ShouldHaveSingleItem()[0];
        distance.ShouldBe(parity.Reference("distance")[0], 1e-4f);
        model.Graph.Initializers.Count(pair => pair.Value.Shape.Length == 4 && pair.Key.Contains("slice", StringComparison.Ordinal)).ShouldBe(13);
    }

    [Fact]
    public void Read_HeadsMissing_IsRefused()
    {
        var shapes = ParityCase.Load("lpips-vgg16-narrow").Shapes.Where(pair => !pair.Key.StartsWith("lins", StringComparison.Ordinal)).ToDictionary();

        Should.Throw<InvalidModelException>(() => LpipsNetwork.Read(SyntheticNumbers.Zeros(shapes))).Message.ShouldContain("LPIPS heads");
    }
}
